"""What stands behind an hour or a weekday and tells its day: "(0705 GMT) on Friday", a caption's own day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from explore.dates.days import interval
from explore.dates.values import Where, meaning

if TYPE_CHECKING:
    from datetime import date

    from explore.dates.found import Found

_WEEK = 7
_REPEATS = frozenset({"every", "often", "plural_weekday"})
_AT = re.compile(r"\s{1,3}(?:at|from|by|until)?\s{0,3}")
_DAY_OF_CLOCK = frozenset({"weekday", "today", "month_day"})
_OF_CLOCK = re.compile(
    r"(?:[\s,]{1,3}(?:local time\s{1,3})?)?(?:\([^()\n]{0,24}\)|\)|\()?(?:[\s,]{1,3}(?:on\s{1,3})?)?"
)
# A caption ends with the day of the picture, which is of the news that it stands beside.
_CLOSES_CAPTION = re.compile(r"\.?(?:\s?\(|\s{0,3}\n|\s{0,3}$|\.)")
_SENTENCE = re.compile(r"\n|[a-z]{3}\.\s")
_DAYS_OF_PICTURES = 14


def by_what_follows(text: str, found: list[Found], way: list[int], where: Where, later: bool) -> Where:
    """Return where a time of day or a weekday stands, by what follows it.

    Parameters
    ----------
    text : str
    found : list of Found
        The expression and the two behind it.
    way : list of int
        The direction of the two.
    where : Where
        Where it stands by what was told before.
    later : bool
        True where a line break stands between it and the last that was told.
    """
    if found[0].rule == "weekday":
        day = _day_of_picture(text, found, where.now)
        return replace(where, now=day) if day else where
    day = _day_behind(text, found, way, where)
    if day is None and not where.story and (_is_of_today(where, later) or _is_alone(text, found[0])):
        day = where.now
    return replace(where, told=day, grain="day") if day else where


def by_what_repeats(text: str, found: list[Found], where: Where) -> Where:
    """Return where a time of day stands behind "every day at": on no day."""
    if len(found) < 2 or found[1].rule != "clock" or found[0].rule not in _REPEATS:
        return where
    joined = _AT.fullmatch(text, found[0].end, found[1].start)
    return replace(where, now=None, told=None) if joined else where


def _is_of_today(where: Where, later: bool) -> bool:
    """Say whether the day told is on another side of today: ahead of what was, behind what will be."""
    if not where.now or not where.told:
        return False
    if where.told > where.now:
        return later or where.way < 0
    return 0 < (where.now - where.told).days <= _WEEK and where.way > 0


def _is_alone(text: str, one: Found) -> bool:
    """Say whether a time of day has a line of its own, as the entries of a live report are headed."""
    before, behind = text[max(0, one.start - 3) : one.start], text[one.end : one.end + 3]
    return before.strip(" ")[-1:] in {"", "\n"} and behind.strip(" ")[:1] in {"", "\n"}


def _day_behind(text: str, found: list[Found], way: list[int], where: Where) -> date | None:
    """Return the day that is told behind a time of day: "at 9:05 a.m. (0705 GMT) on Friday"."""
    for one, ahead in zip(found[1:], way, strict=True):
        if one.rule == "clock":
            continue
        if one.rule not in _DAY_OF_CLOCK or not _OF_CLOCK.fullmatch(text, found[0].end, one.start):
            return None
        means = meaning(one.rule, one.parts, replace(where, way=ahead))
        days = interval(means.value) if means else None
        return days[0] if days else None
    return None


def _day_of_picture(text: str, found: list[Found], now: date | None) -> date | None:
    """Return the day at the end of a caption: "against Sunday's raid, in Uri, India, Sept. 21, 2016."."""
    for one in found[1:]:
        if one.rule != "month_day" or "year" not in one.parts or not _CLOSES_CAPTION.match(text, one.end):
            continue
        between = text[found[0].end : one.start]
        means = None if _SENTENCE.search(between) else meaning(one.rule, one.parts, Where())
        days = interval(means.value) if means and between.endswith(", ") else None
        if days and (now is None or 0 <= (now - days[0]).days <= _DAYS_OF_PICTURES):
            return days[0]
    return None
