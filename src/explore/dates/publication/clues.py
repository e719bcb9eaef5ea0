"""What each time expression of a text tells about its day of publication: a clue for every day at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from explore.dates.days import holiday
from explore.dates.grammar import words
from explore.dates.publication import likelihood
from explore.dates.publication.background import background
from explore.dates.publication.clue import WAY, Clue
from explore.dates.publication.evidence import runs, way_of
from explore.dates.publication.held import held
from explore.dates.publication.named_years import named_years
from explore.dates.publication.own_days import own_days
from explore.dates.publication.weekdays import weekdays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explore.dates.publication.evidence import Observation
    from explore.dates.publication.tenure import Tenure

_MOST_MONTHS = 5
_SEPTEMBER_11 = (9, 11)
_AGO = re.compile(r"\b(\w+)[\s-](?:years?\s(?:ago|since|anniversary|after)|anniversary)\b", re.I)
_NTH = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_BESIDE, _MOST_AGO = 200, 150


def clues(text: str, seen: list[Observation], tenures: Sequence[Tenure]) -> list[Clue]:
    """Return the clues of a text: years, days, weekdays, months, offices, topics, words of a time."""
    same, told = _same_days(seen, text)
    occasions, taken = held(text, seen)
    own, today = own_days(text, seen)
    taken |= today
    return [
        *named_years(seen),
        *same,
        *_days([one for one in seen if one not in today], text, told),
        *weekdays([one for one in seen if one not in taken], text, told),
        *_months(seen),
        *_years_ago(text, seen),
        *own,
        *background(text, tenures, occasions),
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
    several: set[tuple[int | None, int | None]] = set()
    for run in runs(seen, text, "day"):
        run = [one for one in run if one.month and one.day and one.year is None]
        if run:
            one = run[-1] if run[0].way < 0 else run[0]
            several |= {(one.month, one.day)} if len(run) > 1 else set()
            days.setdefault((one.month or 0, one.day or 0), []).append(one)
    found: list[Clue] = []
    ranks: dict[int, int] = {}
    for (month, day), ones in days.items():
        recurring = likelihood.every_year(month, day)
        if (month, day) == _SEPTEMBER_11 or not recurring:
            continue
        way = way_of(ones)
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
                else WAY[way]
            )
            kind = f"day {where} {'first' if way not in ranks else 'later'}"
            if where == "behind" and (month, day) not in several and (flags := _twice(lag, seen)) is not None:
                found.append(Clue("day behind by weekday too", flags))
        ranks[way] = 1
        found.append(Clue(kind, likelihood.binned("near", lag), said))
    holidays = {one.holiday: one for one in seen if one.holiday and one.year is None}
    for name, one in holidays.items():
        years = range(likelihood.FIRST.year - 1, likelihood.LAST.year + 2)
        recurring = tuple(holiday(words("holiday")[name], year) for year in years)
        bins = likelihood.binned("near", likelihood.nearest(recurring))
        found.append(Clue(f"holiday {WAY[one.way]}", bins, f"“{one.text}” is {side(one.way)}"))
    return found


def _twice(lag: NDArray[np.int64], seen: list[Observation]) -> NDArray[np.uint8] | None:
    """Say for each day whether what lies so far behind is named as a weekday, too, which news seldom does."""
    behind = [
        one.weekday for one in seen if one.weekday and one.kind == "weekday" and one.way < 0 and not one.shift
    ]
    if not behind:
        return None
    falls = (likelihood.WEEKDAY - lag - 1) % 7 + 1
    return likelihood.flags((lag >= 0) & (lag < 7) & np.isin(falls, behind))


def _months(seen: list[Observation]) -> list[Clue]:
    """Return the clues of months without their year: "last October", "in May"."""
    months: dict[tuple[int, int, int], Observation] = {}
    for one in seen:
        if one.kind == "month" and one.month and one.year is None:
            months.setdefault((one.month, one.way, one.shift or 0), one)
    found: list[Clue] = []
    ranks: set[str] = set()
    for (month, way, shift), one in list(months.items())[: 2 * _MOST_MONTHS]:
        where = "last" if shift < 0 else "next" if shift > 0 else WAY[way]
        kind = f"month of a year {where} {'later' if where in ranks else 'first'}"
        said = (
            f"“{one.text}” is {side(-1 if shift < 0 else way)}"
            if where not in ranks and where != "open"
            else ""
        )
        ranks.add(where)
        found.append(Clue(kind, likelihood.after_month_of_year(month), said))
    return found


def _years_ago(text: str, seen: list[Observation]) -> list[Clue]:
    """Return the clue of a year named beside how long ago it was: "in 1978, 19 years ago"."""
    years = set()
    counts = words("ordinal") | words("number")
    for match in _AGO.finditer(text):
        number = _NTH.sub("", match[1].lower())
        count = int(number) if number.isdigit() else counts.get(number, 0)
        for one in seen:
            if one.year and abs(one.start - match.start()) < _BESIDE and _MOST_AGO >= count > 0:
                years.add(one.year + count)
    if not years:
        return []
    return [Clue("years ago", likelihood.flags(np.isin(likelihood.YEAR, sorted(years))))]
