"""What the weekdays of a text tell about its day of publication: how long ago each was, how soon it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.dates.publication import likelihood
from explore.dates.publication.clue import WAY, Clue

if TYPE_CHECKING:
    from explore.dates.publication.evidence import Observation

# Papers that write "Mr. Lavrov" are printed the day after; agencies leave such titles out.
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms)\.?\s[A-Z]")
_COURTEOUS = 3
# Less news appears on weekends.
_FRIDAY = 5
# Sentences before the one that tells the news, a title and what stands under it.
_EARLY = 2


def weekdays(seen: list[Observation], text: str, told: frozenset[str]) -> list[Clue]:
    """Return the clues of weekdays, each once a direction; one without a tense repeats one with a tense."""
    printed = sum(1 for _ in _COURTESY.finditer(text)) >= _COURTEOUS
    found = [Clue("weekday or weekend", likelihood.flags(likelihood.WEEKDAY > _FRIDAY))]
    days: dict[tuple[int, int], list[Observation]] = {}
    shifted: dict[tuple[int, int], None] = {}
    for one in seen:
        if one.kind != "weekday" or not one.weekday:
            continue
        if one.shift:
            shifted[one.weekday, one.shift] = None
        else:
            days.setdefault((one.weekday, one.way), []).append(one)
    for number, shift in shifted:
        bins = likelihood.after_weekday(number) if shift < 0 else likelihood.before_weekday(number)
        found.append(Clue(f"weekday {'last' if shift < 0 else 'next'}", bins))
    behind = {number for number, way in days if way < 0}
    placed = {number for number, way in days if way}
    ranks = {-1: 0, 0: 0, 1: 0}
    for (number, way), ones in days.items():
        if way == 0 and number in placed:
            continue
        rank, ranks[way] = min(ranks[way], 2), ranks[way] + 1
        bins = likelihood.before_weekday(number) if way > 0 else likelihood.after_weekday(number)
        kind = f"weekday {WAY[way]}"
        if way < 0 and rank == 0 and printed:
            kind += " in print"
        elif way < 0 and rank == 0 and ones[0].night:
            kind += " night" + (" deep" if ones[0].sentence > _EARLY else "")
        else:
            kind += " said" if way < 0 and any(one.reported for one in ones) else ""
            kind += " first" if rank == 0 else f" {rank + 1}"
            if rank == 0:
                kind += " beside another" if way > 0 and behind - {number} else _where(ones[0])
        where = "still ahead" if way > 0 else "today or just behind"
        said = "" if ones[0].text in told or rank > 1 else f"“{ones[0].text}” is {where}"
        found.append(Clue(kind, bins, said))
    return found


def _where(one: Observation) -> str:
    """Return how deep in the text a weekday stands: wires tell the day in the first sentence."""
    return "" if one.sentence == 0 else " early" if one.sentence <= _EARLY else " deep"
