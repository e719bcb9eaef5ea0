"""What stands beside an occasion and says how far away it is: "Tuesday's primary", "last week's summit"."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from explore.dates.grammar import words
from explore.dates.publication import likelihood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explore.dates.publication.evidence import Observation
    from explore.dates.publication.occasions import Days, Occasion

# "Tuesday's first presidential debate", "Thursday night at the convention": from the weekday to the occasion.
_OWNS = re.compile(
    r"['’]s\s(?:[\w’'.-]{1,20}\s){0,4}|\s(?:(?:at|in|during)\s(?:the|a|his|her|their)\s(?:[\w’'.-]{1,20}\s){0,3})?"
)
# "the vote on Tuesday", "a summit in Riga due to open Saturday": from the occasion to the weekday.
_FOLLOWS = re.compile(
    r"(?:\s(?:in(?:\s[A-Z][\w’'.-]{1,20}){1,3}|here|held|which|that|due|set|scheduled|slated|to|for|on|next"
    r"|(?:open|start)(?:s|ed|ing)?|begins?|began|be)){0,4}\s"
)
# "last week's first summit", to its name.
_RELATIVE = re.compile(
    r"\b(?P<shift>last|this|next)\s(?P<unit>week|month|year)['’]s\s(?:[\w’'.-]{1,20}\s){0,4}$"
)
# "just five days before the vote", "Two weeks after the vote,": not "will come two days after the vote".
_COUNTED = re.compile(
    r"(?:(?<![^\s])(?:just|only|than|with|is)\s|(?:^|[.:,]|\n)\s{0,2})(?P<count>\w{1,12})\s(?P<unit>day|week|month|year)s?"
    r"\s(?P<way>before|ahead\sof|until|to\sgo\suntil|after)\s(?:[\w’'.-]{1,20}\s){0,3}$",
    re.I,
)
# "the 10th anniversary of her death", "the two-year anniversary of the vote".
_ANNIVERSARY = re.compile(
    r"\b(?P<count>\w{1,12}?)(?:st|nd|rd|th|[\s-]year)?\sanniversary\sof\s(?:[\w’'.-]{1,20}\s){0,3}$", re.I
)
# What stands before something that is still ahead: "in the lead-up to Tuesday's primary".
_BEFORE = re.compile(
    r"\b(?:before|until|till|ahead\sof|(?:lead|run)(?:\s|-)?up\sto|leading\sup\sto|(?:going|heading|head)\sinto)"
    r"\s(?:the\s)?$",
    re.I,
)
# How far beside an occasion such words stand.
_NEAR = 70
# Days before and after an anniversary in which news speaks of it.
_RUN_UP = 60
_SHIFT = {"last": -1, "this": 0, "next": 1}
_LENGTH = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}


def weekday_of(text: str, one: Occasion, seen: Sequence[Observation]) -> Observation | None:
    """Return the weekday that a text gives an occasion.

    Parameters
    ----------
    text : str
    one : Occasion
    seen : sequence of Observation
        The weekdays of the whole text in its order.
    """
    starts = [weekday.start for weekday in seen]
    for place, end in one.places:
        for weekday in seen[bisect_left(starts, place - _NEAR) : bisect_left(starts, place + _NEAR)]:
            before = _OWNS.fullmatch(text, weekday.end, place) if weekday.end < place else None
            if before or (weekday.start > end and _FOLLOWS.fullmatch(text, end, weekday.start)):
                return weekday
    return None


def way_of_weekday(text: str, weekday: Observation, one: Occasion) -> int:
    """Return whether an occasion on a weekday lies behind (-1), ahead (1), or is not told to (0)."""
    if weekday.shift:
        return weekday.shift
    begin = min(weekday.start, max(place for place, _ in one.places if abs(place - weekday.start) <= _NEAR))
    return 1 if _BEFORE.search(text, max(0, begin - 20), begin) else weekday.way


def on_weekday(times: Sequence[Days], weekday: int) -> tuple[date, ...]:
    """Return the days of an occasion that fall on a weekday."""
    return tuple(
        sorted(
            {
                date.fromordinal(day)
                for begin, end in times
                for day in range(begin.toordinal(), end.toordinal() + 1)
                if (day - 1) % 7 + 1 == weekday
            }
        )
    )


def told_when(text: str, one: Occasion) -> NDArray[np.bool_] | None:
    """Say for each day whether an occasion is as far away as a text says; None where it says nothing."""
    for place, _ in one.places:
        before = max(0, place - _NEAR)
        if match := _RELATIVE.search(text, before, place):
            return _in_period(one.days, _SHIFT[match["shift"]], match["unit"])
        if match := _COUNTED.search(text, before, place):
            number = match["count"].lower()
            count = 1 if number in {"a", "an"} else words("number").get(number, 0) or _digits(number)
            if not count:
                continue
            lag = count * _LENGTH[match["unit"].lower()] * (1 if match["way"].lower() == "after" else -1)
            room = 1.5 if abs(lag) < 14 else abs(lag) / 4
            return np.abs(_since(one.days) - lag) <= room
        if match := _ANNIVERSARY.search(text, before, place):
            number = match["count"].lower()
            if count := (words("ordinal") | words("number")).get(number, 0) or _digits(number):
                return np.abs(_since(one.days) - count * _LENGTH["year"]) <= _RUN_UP
    return None


def _digits(number: str) -> int:
    return int(number) if number.isdigit() and len(number) < 4 else 0


def _since(times: Sequence[Days]) -> NDArray[np.int64]:
    return likelihood.nearest(tuple(sorted({begin for begin, _ in times})))


def _in_period(times: Sequence[Days], shift: int, unit: str) -> NDArray[np.bool_]:
    """Say for each day whether an occasion is of the week, month or year that many after its own."""
    holds = np.zeros(likelihood.DAYS, dtype=bool)
    for begin, _ in times:
        if unit == "year":
            holds |= begin.year - likelihood.YEAR == shift
        elif unit == "month":
            holds |= 12 * begin.year + begin.month - (12 * likelihood.YEAR + likelihood.MONTH) == shift
        else:
            away = begin.toordinal() - likelihood.ORDINAL
            holds |= np.abs(away - 7 * shift) <= 6
    return holds
