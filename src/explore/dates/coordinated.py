"""Days and months side by side: what joins them, that they follow one another, or are the same day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from explore.dates.values.shifting import add_months

if TYPE_CHECKING:
    from datetime import date

    from explore.dates.found import Found
    from explore.dates.timex import Timex

AND = re.compile(r",?\s{1,3}(?:and|or|to|through)\s{1,3}(?:on\s)?|,\s{1,3}|\s?[-–]\s?")
_IS = re.compile(r",\s{1,3}|\s{1,3}(?:is|was)\s{1,3}")
_THIS_IS = re.compile(r"\b(?:it['’]s|it is|this is)\s{1,3}$", re.I)
# Rules whose expressions follow one another, and whether by a year.
FOLLOWING = {"weekday": False, "month": True, "month_day": True}


def follow(timexes: list[Timex], text: str, by_year: bool) -> None:
    """Let coordinated days or months follow one another: "met on Monday and Tuesday", "in April and May"."""
    for at in range(len(timexes) - 1, 0, -1):
        first, second = timexes[at - 1 : at + 1]
        if not (first.begin and second.begin and first.grain == second.grain):
            return
        if not AND.fullmatch(text, first.end_char, second.start_char):
            return
        one, other = first.begin, second.begin
        rising = (
            (one.month, one.day) < (other.month, other.day) if by_year else one.weekday() <= other.weekday()
        )
        if by_year and one.year < other.year and one.month == other.month and rising:
            timexes[at] = _year_back(second)  # "between 8 and 12 June"
            return
        if one <= other or not rising:
            return
        timexes[at - 1] = _year_back(first) if by_year else _week_back(first)


def apposed(text: str, one: Found, before: list[Timex], now: date | None) -> str | None:
    """Return the value of "the second day of the talks", where the day itself stands before it."""
    if one.parts.get("unit") != "day":
        return None
    for timex in before:
        if timex.type == "DATE" and timex.grain == "day" and _IS.fullmatch(text, timex.end_char, one.start):
            return timex.value
    return now.isoformat() if now and _THIS_IS.search(text, max(0, one.start - 12), one.start) else None


def _year_back(timex: Timex) -> Timex:
    if timex.begin is None or timex.end is None:
        return timex
    begin, end = add_months(timex.begin, -12), add_months(timex.end, -12)
    return replace(timex, value=f"{begin.year:04d}{timex.value[4:]}", begin=begin, end=end)


def _week_back(timex: Timex) -> Timex:
    day = timex.begin - timedelta(7) if timex.begin else None
    return replace(timex, value=f"{day}{timex.value[10:]}", begin=day, end=day) if day else timex
