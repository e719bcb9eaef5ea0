"""Clues from what was held or happened on days that everybody can look up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from explore.dates.publication import likelihood
from explore.dates.publication.attached import on_weekday, told_when, way_of_weekday, weekday_of
from explore.dates.publication.clue import WAY, Clue
from explore.dates.publication.occasions import occasions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.dates.publication.evidence import Observation
    from explore.dates.publication.occasions import Days

_MOST_OCCASIONS = 5
# Days from which on a weekday does not tell one day of an occasion: games last for weeks.
_LONG = 7


def held(text: str, seen: Sequence[Observation]) -> tuple[list[Clue], set[Observation]]:
    """Return the clues of what was held or happened on known days, and the weekdays that they take up."""
    named = frozenset((one.month, one.day) for one in seen if one.month and one.day)
    holidays = {place for one in seen if one.holiday for place in range(one.start, one.end)}
    weekdays = [one for one in seen if one.kind == "weekday" and one.weekday]
    found: list[Clue] = []
    taken: set[Observation] = set()
    ranks: dict[str, int] = {}
    for one in occasions(text):
        if len(found) >= _MOST_OCCASIONS or holidays.issuperset(place for place, _ in one.places):
            continue  # the holiday is a clue of its own
        times = tuple(days for days in one.days if _named(days, named)) or one.days
        dated = _named(times[0], named)
        said = f"“{one.text}”"
        short = all((end - begin).days < _LONG for begin, end in one.days)
        weekday = weekday_of(text, one, weekdays) if short else None
        if weekday and weekday.weekday:
            days = on_weekday(times, weekday.weekday) or on_weekday(one.every, weekday.weekday)
            if not days:
                continue  # another one than those known
            taken.add(weekday)
            kind = f"occasion on weekday {WAY[way_of_weekday(text, weekday, one)]}"
            bins = likelihood.binned("near", likelihood.nearest(days))
            found.append(Clue(kind, bins, said, tuple((day, day) for day in days)))
        else:
            how = "of weeks" if not short else "announced" if one.announced else "sudden"
            which = "dated" if dated else "any" if len(times) > 1 else "known"
            kind = f"occasion {how} {which}"
            rank, ranks[kind] = ranks.get(kind, 0), 1
            bins = likelihood.outside(times, "occasion")
            found.append(Clue(f"{kind} {'later' if rank else 'first'}", bins, said, times))
        if (told := told_when(text, one)) is not None:
            found.append(Clue("occasion told when", likelihood.flags(told)))
    return found, taken


def _named(days: Days, named: frozenset[tuple[int, int]]) -> bool:
    """Say whether a day of an occasion is named in the text, which is then a clue of its own."""
    begin, end = days
    return any((begin + timedelta(i)).timetuple()[1:3] in named for i in range((end - begin).days + 1))
