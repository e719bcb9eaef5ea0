"""One title of several countries: "the Russian and Chinese presidents", "the leaders of France and Italy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.gazetteer import GEOGRAPHIC
from explore.actors.scene import Draft

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.officeholders import OfficeFinder
    from explore.actors.persons import Somebody
    from explore.actors.roles import Role
    from explore.actors.scene import Body
    from explore.actors.words import Words


def in_offices(words: Words, role: Role, hits: dict[int, Hit], offices: OfficeFinder) -> Draft | None:
    """Return whom "the Russian and Chinese presidents" or "the presidents of X and Y" are."""
    start, before = _lands_before(words, role, hits)
    after = _lands_after(words, role.end, hits)
    lands = before if len(before) > 1 else after
    if len(lands) < 2:
        return None
    who: list[Somebody | Body] = []
    for land in lands:
        found = offices.in_office(role, land, role.kind, "role", False)
        if found is None or found.unsure:
            return None
        who += found.who
    return Draft(start if len(before) > 1 else role.start, role.end, tuple(dict.fromkeys(who)), "role")


def _lands_before(words: Words, role: Role, hits: dict[int, Hit]) -> tuple[int, list[str]]:
    """Return where the countries before a title begin, and which they are."""
    ends = {hit.end: hit for hit in hits.values()}
    found, i = [], role.end - 1
    for i in range(role.end - 1, max(0, role.start - 8), -1):
        hit = ends.get(i)
        if hit and hit.term.kind in GEOGRAPHIC and hit.term.country:
            found.append(hit)
        elif found and words.low[i - 1] not in {"and", ","} and not any(h.start < i <= h.end for h in found):
            break
    lands = [str(hit.term.country) for hit in reversed(found)]
    start = found[-1].start if found else role.start
    return start - (start > 0 and words.low[start - 1] == "the"), list(dict.fromkeys(lands))


def _lands_after(words: Words, i: int, hits: dict[int, Hit]) -> list[str]:
    """Return the countries a title is "of"."""
    low = words.low
    found: list[str] = []
    if i >= len(low) or low[i] not in {"of", "from"}:
        return found
    i += 1
    while i < len(low):
        hit = hits.get(i)
        if hit and hit.term.kind == "country" and hit.term.country:
            found.append(hit.term.country)
            i = hit.end
        elif low[i] in {"and", ",", "the"}:
            i += 1
        else:
            break
    return found
