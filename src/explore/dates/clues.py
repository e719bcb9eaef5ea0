"""What each time expression of a text tells about its day of publication: a clue for every day at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from explore.dates import likelihood
from explore.dates.days import holiday
from explore.dates.eras import latest_era
from explore.dates.evidence import runs
from explore.dates.grammar import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from explore.dates.evidence import Observation
    from explore.dates.tenure import Tenure

_WAY = {-1: "behind", 0: "open", 1: "ahead"}
# Characters within which a weekday is part of the news and not of what else it tells.
LEAD = 500
_MOST_DATES, _MOST_MONTHS, _MOST_OFFICES, _EARLIER_YEARS = 6, 5, 6, 2
# A year is not named for what lies so many days behind within it.
_OWN_YEAR = 31
# Full dates so close together are those of pictures and messages about the news.
_AROUND = 14
_SEPTEMBER_11 = (9, 11)


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """One thing that the text says.

    Attributes
    ----------
    kind : str
        The row of `lags.csv`.
    bins : NDArray of uint8, shape (DAYS,)
        For every day of `likelihood` the bin of that row.
    said : str
        The clue in words; "" where it is not worth a word.
    """

    kind: str
    bins: NDArray[np.uint8]
    said: str = ""


def clues(text: str, seen: list[Observation], tenures: Sequence[Tenure]) -> list[Clue]:
    """Return the clues of a text: years, days, weekdays, months, offices, words of a time."""
    same, told = _same_days(seen, text)
    return [
        *_named_years(seen),
        *same,
        *_days(seen, text, told),
        *_weekdays(seen, told),
        *_months(seen),
        *_offices(tenures),
        *_era(text),
    ]


def side(way: int) -> str:
    """Return where a clue lies in words."""
    return {1: "still ahead", -1: "behind"}.get(way, "near")


def _same_days(seen: list[Observation], text: str) -> tuple[list[Clue], frozenset[str]]:
    """Return the clue that weekdays and days of a month name the same days, and the words of both."""
    weeks = [run for run in runs(seen, text, "weekday") if len(run) > 1 and not any(one.shift for one in run)]
    for days in runs(seen, text, "day"):
        first = days[0]
        if len(days) < 2 or first.year or first.weekday or not first.month or not first.day or not first.way:
            continue
        week = next((w for w in weeks if len(w) == len(days) and w[0].way == first.way), None)
        if week is None or not week[0].weekday:
            continue
        lag = likelihood.nearest(likelihood.every_year(first.month, first.day))
        falls = (np.abs(lag) < 7) & ((likelihood.WEEKDAY - lag - week[0].weekday) % 7 == 0)
        said = text[week[0].start : week[-1].end], text[first.start : days[-1].end]
        words_of = frozenset(one.text for one in (*days, *week))
        clue = Clue(
            "weekdays and days", likelihood.flags(falls), f"“{said[0]}” are “{said[1]}”, {side(first.way)}"
        )
        return [clue], words_of
    return [], frozenset()


def _days(seen: list[Observation], text: str, told: frozenset[str]) -> list[Clue]:
    """Return the clues of days of a month without their year, ranges by the nearer end, and holidays."""
    days: dict[tuple[int, int], list[Observation]] = {}
    for run in runs(seen, text, "day"):
        run = [one for one in run if one.month and one.day and one.year is None]
        if run:
            one = run[-1] if run[0].way < 0 else run[0]
            days.setdefault((one.month or 0, one.day or 0), []).append(one)
    found: list[Clue] = []
    ranks: dict[int, int] = {}
    for (month, day), ones in days.items():
        recurring = likelihood.every_year(month, day)
        if (month, day) == _SEPTEMBER_11 or not recurring:
            continue
        way = _way(ones)
        lag = likelihood.nearest(recurring)
        said = "" if ones[0].text in told else f"“{ones[0].text}” is {side(way)}"
        weekday = next((one.weekday for one in ones if one.weekday), None)
        if weekday:
            falls = (np.abs(lag) <= 120) & ((likelihood.WEEKDAY - lag - weekday) % 7 == 0)
            found.append(Clue("day falls on its weekday", likelihood.flags(falls)))
            kind = f"day with weekday {'ahead' if way > 0 else 'behind'}"
        else:
            where = (
                "until"
                if any(one.until for one in ones)
                else "in name"
                if all(one.names for one in ones)
                else _WAY[way]
            )
            kind = f"day {where} {'first' if way not in ranks else 'later'}"
        ranks[way] = 1
        found.append(Clue(kind, likelihood.binned("near", lag), said))
    holidays = {one.holiday: one for one in seen if one.holiday and one.year is None}
    for name, one in holidays.items():
        years = range(likelihood.FIRST.year - 1, likelihood.LAST.year + 2)
        recurring = tuple(holiday(words("holiday")[name], year) for year in years)
        bins = likelihood.binned("near", likelihood.nearest(recurring))
        found.append(Clue(f"holiday {_WAY[one.way]}", bins, f"“{one.text}” is {side(one.way)}"))
    return found


def _way(ones: Iterable[Observation]) -> int:
    """Return the direction of what is told several times: ahead only where it is always ahead."""
    ways = {one.way for one in ones}
    return 1 if ways == {1} else -1 if -1 in ways else 0


def _weekdays(seen: list[Observation], told: frozenset[str]) -> list[Clue]:
    """Return the clues of weekdays, each once a direction; one without a tense repeats one with a tense."""
    found: list[Clue] = []
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
    placed = {number for number, way in days if way}
    ranks = {-1: 0, 0: 0, 1: 0}
    for (number, way), ones in days.items():
        if way == 0 and number in placed:
            continue
        rank, ranks[way] = min(ranks[way], 2), ranks[way] + 1
        bins = likelihood.before_weekday(number) if way > 0 else likelihood.after_weekday(number)
        kind = f"weekday {_WAY[way]}"
        if way < 0 and rank == 0 and ones[0].night:
            kind += " night"
        else:
            kind += " said" if way < 0 and any(one.reported for one in ones) else ""
            kind += " first" if rank == 0 else f" {rank + 1}"
            kind += " deep" if rank == 0 and ones[0].start >= LEAD else ""
        where = "still ahead" if way > 0 else "today or just behind"
        said = "" if ones[0].text in told or rank > 1 else f"“{ones[0].text}” is {where}"
        found.append(Clue(kind, bins, said))
    return found


def _named_years(seen: list[Observation]) -> list[Clue]:
    """Return the clues of days, months and years that are named with their year."""
    days: dict[date, list[Observation]] = {}
    months: dict[tuple[int, int], list[Observation]] = {}
    years: dict[int, list[Observation]] = {}
    for one in seen:
        if one.year is None or one.holiday:
            continue
        if one.month and one.day:
            try:
                days.setdefault(date(one.year, one.month, one.day), []).append(one)
            except ValueError:
                continue
        elif one.month:
            months.setdefault((one.year, one.month), []).append(one)
        else:
            years.setdefault(one.year, []).append(one)
    past = [day.year for day, ones in days.items() if _way(ones) <= 0]
    past += [year for (year, _), ones in months.items() if _way(ones) <= 0]
    past += [year for year, ones in years.items() if _way(ones) <= 0 and not all(one.names for one in ones)]
    last = max(past, default=0)
    finer = {day.year for day in days} | {year for year, _ in months}
    return [*_full_dates(days), *_dated_months(months, last), *_years(years, last, finer)]


def _full_dates(days: dict[date, list[Observation]]) -> list[Clue]:
    found: list[Clue] = []
    latest = max((day for day, ones in days.items() if _way(ones) <= 0), default=None)
    for day in sorted(days, reverse=True)[:_MOST_DATES]:
        ones = days[day]
        lag = likelihood.after_date(day)
        if _way(ones) > 0:
            said = f"“{ones[0].text}” is still ahead"
            found.append(Clue("date ahead", likelihood.binned("date", lag), said))
            continue
        told = any(one.way < 0 or one.placed for one in ones)
        if day == latest:
            around = sum(len(those) for when, those in days.items() if 0 <= (day - when).days <= _AROUND)
            marked = around > 2 or (told and any(one.weekday for one in ones))
            kind = f"date latest {'told' if told else 'bare'}{' marked' if marked else ''}"
            said = f"“{ones[0].text}” is the latest day named as past"
            own = (day.year == likelihood.YEAR) & (lag >= _OWN_YEAR)
            found.append(Clue("date of its own year", likelihood.flags(own)))
        elif told:
            kind, said = "date earlier", ""
        else:
            continue  # pictures and messages come in dozens: the last one tells
        found.append(Clue(kind, likelihood.binned("date", lag), said))
    return found


def _dated_months(months: dict[tuple[int, int], list[Observation]], last: int) -> list[Clue]:
    found: list[Clue] = []
    latest = max((month for month, ones in months.items() if _way(ones) <= 0), default=None)
    for year, month in sorted(months, reverse=True)[:_MOST_MONTHS]:
        ones = months[year, month]
        lag = likelihood.after_month(year, month)
        said = ""
        if _way(ones) > 0:
            kind, said = "month ahead", f"“{ones[0].text}” is still ahead"
        elif (year, month) == latest:
            kind = "month latest" if year == last else "month earlier"
            said = f"“{ones[0].text}” is the latest month named as past"
            own = (lag > 0) & (year == likelihood.YEAR)
            found.append(Clue("month of its own year", likelihood.flags(own)))
        else:
            kind = "month earlier"
        found.append(Clue(kind, likelihood.binned("month", lag), said))
    return found


def _years(years: dict[int, list[Observation]], last: int, finer: set[int]) -> list[Clue]:
    found: list[Clue] = []
    coming = [year for year, ones in years.items() if _way(ones) > 0 and year >= last]
    soonest, earlier = min(coming, default=None), 0
    for year in sorted(years, reverse=True):
        ones = years[year]
        said = ""
        if _way(ones) > 0:
            if year >= last and year != soonest:
                continue
            kind = "year ahead" if year == soonest else "year ahead and past"
            said = f"“{ones[0].text}” is still ahead" if year == soonest else ""
        elif year in finer:
            continue
        elif year == last:
            name, open_ = all(one.names for one in ones), _way(ones) == 0
            kind = "year latest" + (" in name" if name else " open" if open_ else "")
            said = f"“{ones[0].text}” is the latest year named as past"
        elif all(one.names for one in ones):
            kind = "year in name" + (" latest" if year > last else "")
            said = f"“{ones[0].text}” is in a name" if year > last else ""
        else:
            kind, earlier = "year earlier", earlier + 1
            if earlier > _EARLIER_YEARS:
                continue
        found.append(Clue(kind, likelihood.binned("year", likelihood.after_year(year)), said))
    return found


def _months(seen: list[Observation]) -> list[Clue]:
    """Return the clues of months without their year: "last October", "in May"."""
    months: dict[tuple[int, int, int], Observation] = {}
    for one in seen:
        if one.kind == "month" and one.month and one.year is None:
            months.setdefault((one.month, one.way, one.shift or 0), one)
    found: list[Clue] = []
    ranks: set[str] = set()
    for (month, way, shift), one in list(months.items())[: 2 * _MOST_MONTHS]:
        where = "last" if shift < 0 else "next" if shift > 0 else _WAY[way]
        kind = f"month of a year {where} {'later' if where in ranks else 'first'}"
        said = (
            f"“{one.text}” is {side(-1 if shift < 0 else way)}"
            if where not in ranks and where != "open"
            else ""
        )
        ranks.add(where)
        found.append(Clue(kind, likelihood.after_month_of_year(month), said))
    return found


def _offices(tenures: Sequence[Tenure]) -> list[Clue]:
    """Return the clues of who held an office, in the order of the text."""
    found: list[Clue] = []
    for one in tenures[:_MOST_OFFICES]:
        if one.former:
            ended = min(end.toordinal() if end else likelihood.ORDINAL[-1] for _, end in one.terms)
            found.append(Clue("office former", likelihood.flags(ended >= likelihood.ORDINAL)))
            continue
        begin = min(begin.year for begin, _ in one.terms)
        end = (
            None if any(end is None for _, end in one.terms) else max(end.year for _, end in one.terms if end)
        )
        years = f"from {begin} to {end}" if end else f"from {begin} on"
        bins = likelihood.binned("term", likelihood.outside(one.terms))
        found.append(Clue("office", bins, f"“{one.text}” was in office {years}"))
    return found


def _era(text: str) -> list[Clue]:
    if (era := latest_era(text)) is None:
        return []
    word, since = era
    before = likelihood.flags(since > likelihood.YEAR) + likelihood.flags(since - 2 > likelihood.YEAR)
    return [Clue("era", before, f"“{word}” is of {since} or later")]
