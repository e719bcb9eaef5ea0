"""Find time expressions: the longest shape of the grammar at each place, unless it is no time there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.dates.beginnings import NUMBER, shapes_at
from explore.dates.found import Found
from explore.dates.grammar import SPACE
from explore.dates.shared import share
from explore.dates.traps import is_time
from explore.dates.trim import trimmed
from explore.dates.values.numbers import spelled_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc

_WORD = re.compile(r"[^\W\d_]+|\d+|['’](?=\d0s|\d\d\b)")
_BEHIND = re.compile(rf"{SPACE}([^\W\d_]+|\S)")
_CLIPPED = re.compile(r"[^\W\d_]['’]$")  # "c’mon"
_WITHIN_NUMBER = re.compile(r"\d\.$|\d[-.]\d{3}[-.]$")  # "1.1752 dollars", "02-751-1500"
_EARLY = 1000


def find(doc: Doc) -> list[Found]:
    """Return the time expressions of a doc in order, coordinated days each for itself."""
    text = text_of(doc)
    times = [trimmed(doc, text, one) for one in _candidates(text, lambda one: is_time(doc, one))]
    return share(text, times if _early(times) else [one for one in times if one.rule != "early_year"])


def _early(found: list[Found]) -> bool:
    """Say whether a text speaks of the first thousand years, and a bare "348" may be one of them."""
    return any(
        one.rule == "bc"
        or "old" in one.parts
        or "lived" in one.parts
        or (one.rule == "year" and int(one.parts["year"]) < _EARLY)
        for one in found
    )


def _candidates(text: str, takes: Callable[[Found], bool]) -> Iterator[Found]:
    """Yield the longest match at each place a shape can begin, if it is taken, none within another."""
    free = 0
    for word in _WORD.finditer(text):
        at = word.start()
        if at < free or not (able := shapes_at(_first(text, word))):
            continue
        if at and (text[at - 1].isalnum() or text[at - 1] in "_$€£@#" or _CLIPPED.search(text, at - 2, at)):
            continue
        if word[0][0].isdigit() and _WITHIN_NUMBER.search(text, max(0, at - 9), at):
            continue
        best: Found | None = None
        for shape in able:
            match = shape.regex.match(text, at)
            if match and (best is None or match.end() > best.end):
                best = Found(at, match.end(), shape.rule, _parts(match))
        if best and takes(best):
            yield best
            free = best.end


def _first(text: str, word: re.Match[str]) -> str:
    """Return a word as `shapes_at` takes it."""
    said = word[0].lower()
    if said == "the" and (behind := _BEHIND.match(text, word.end())):
        return "the " + (NUMBER if behind[1][0].isdigit() else behind[1].lower())
    return NUMBER if said[0].isdigit() else said


def _parts(match: re.Match[str]) -> dict[str, str]:
    parts = {k: re.sub(r"\s+", " ", v).lower().replace("’", "'") for k, v in match.groupdict().items() if v}
    if "spelled" in parts and (year := spelled_year(parts["spelled"])):
        parts["year"] = str(year)
    if "short" in parts:
        parts["year"] = ("19" if parts["short"] > "50" else "20") + parts["short"]
    if "old" in parts:
        parts["year"] = parts["old"].zfill(4)
    return parts
