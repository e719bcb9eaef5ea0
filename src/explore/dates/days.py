"""Days: the closed interval and the grain that a TIMEX3 value means, and days that move from year to year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from explore.dates.timex import Grain

Days = tuple[date, date, "Grain"]
_OVER_A_WEEK = 9
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def month_days(year: int, first: int, last: int | None = None) -> tuple[date, date]:
    """Return the first and last day of one or several months of a year.

    >>> month_days(2024, 2)[1].isoformat()
    '2024-02-29'
    """
    last = first if last is None else last
    return date(year, first, 1), date(year + last // 12, last % 12 + 1, 1) - timedelta(1)


def _day(m: re.Match[str]) -> Days:
    day = date(int(m[1]), int(m[2]), int(m[3]))
    return day, day, "time" if m[4] else "day"


def _span(m: re.Match[str]) -> Days:
    first, last = date.fromisoformat(m[1]), date.fromisoformat(m[2])
    if last < first:
        raise ValueError(m[0])
    return first, last, "week" if (last - first).days < _OVER_A_WEEK else "month"


def _week(m: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    return (monday + timedelta(5 if m[3] else 0), monday + timedelta(6), "week")


def _month(m: re.Match[str]) -> Days:
    return (*month_days(int(m[1]), int(m[2])), "month")


def _quarter(m: re.Match[str]) -> Days:
    last = 3 * int(m[2])
    return (*month_days(int(m[1]), last - 2, last), "quarter")


def _half(m: re.Match[str]) -> Days:
    last = 6 * int(m[2])
    return (*month_days(int(m[1]), last - 5, last), "quarter")


def _season(m: re.Match[str]) -> Days:
    year, (first, last) = int(m[1]), _SEASONS[m[2]]
    return date(year, first, 1), month_days(year + (last < first), last)[1], "quarter"


def _years(length: int, grain: Grain) -> Callable[[re.Match[str]], Days]:
    def years(m: re.Match[str]) -> Days:
        first = int(m[1]) * length
        return date(max(first, 1), 1, 1), date(first + length - 1, 12, 31), grain

    return years


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Days]], ...] = (
    (r"(\d{4})-(\d\d)-(\d\d)(T.*)?", _day),
    (r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", _span),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-(\d\d)", _month),
    (r"(\d{4})-Q([1-4])", _quarter),
    (r"(\d{4})-H([12])", _half),
    (r"(\d{4})-(SP|SU|FA|WI)", _season),
    (r"(\d{4})", _years(1, "year")),
    (r"(\d{3})", _years(10, "decade")),
    (r"(\d{2})", _years(100, "century")),
)


def interval(value: str) -> Days | None:
    """Return first day, last day and grain of a TIMEX3 value; None where it means no days.

    >>> [str(x) for x in interval("2024-W15")]
    ['2024-04-08', '2024-04-14', 'week']
    """
    for form, days in _FORMS:
        if m := re.fullmatch(form, value):
            try:
                return days(m)
            except (ValueError, OverflowError):
                return None
    return None


def easter(year: int) -> date:
    """Return Easter Sunday of a year (the anonymous Gregorian computus of 1876).

    >>> easter(2024).isoformat()
    '2024-03-31'
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date:
    """Return the day of a holiday of the grammar in a year.

    >>> holiday("11-4-4", 2023).isoformat()
    '2023-11-23'
    """
    if rule.startswith("E"):
        return easter(year) + timedelta(int(rule[1:]))
    if "+" in rule:
        of_week, _, later = rule.partition("+")
        return holiday(of_week, year) + timedelta(int(later))
    if m := re.fullmatch(r"(\d+)-(-?\d)-(\d)", rule):
        month, nth, weekday = map(int, m.groups())
        first, last = month_days(year, month)
        if nth < 0:
            return last - timedelta((last.isoweekday() - weekday) % 7)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    month, day = map(int, rule.split("-"))
    return date(year, month, day)
