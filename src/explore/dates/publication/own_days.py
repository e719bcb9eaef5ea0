"""Days that a text calls its own: "today (Nov. 19)", what a correction says, the weekday of a live report."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from explore.dates.publication import likelihood
from explore.dates.publication.clue import Clue

if TYPE_CHECKING:
    from explore.dates.publication.evidence import Observation

_TODAY = re.compile(r"\b(today|tonight|tomorrow|yesterday)(?:\s\(|,\s|\s[-–—]\s|\s)(?:on\s)?$", re.I)
_FROM_TODAY = {"tomorrow": -1, "yesterday": 1}
# "CORRECTION: … Because of an editing error, an article on April 25 about …" stands under that very article.
_CORRECTED = re.compile(
    r"\b(?:correction|error)\b[^\n]{0,80}?\b(?:article|column|report|caption|obituary)\s(?:last\s)?(?:on\s)?$",
    re.I,
)
# A live report is a chain of times, each on a line of its own: "3:40 p.m."
_TIME = re.compile(r"^\s{0,3}\d{1,2}:\s?\d\d\s?[ap]\.?\s?m\.?\s{0,3}$", re.M | re.I)
_LIVE = 3
_MOST = 2


def own_days(text: str, seen: list[Observation]) -> tuple[list[Clue], set[Observation]]:
    """Return the clues of days that a text calls its own, and those days."""
    found, those = [], set()
    for one in seen:
        if not ((one.month and one.day and one.year is None) or one.kind == "weekday"):
            continue
        if match := _TODAY.search(text, max(0, one.start - 14), one.start):
            lag, said = _FROM_TODAY.get(match[1].lower(), 0), f"“{match[1]}” is “{one.text}”"
        elif _CORRECTED.search(text, max(0, one.start - 130), one.start):
            lag, said = 0, f"a correction says that it is of “{one.text}”"
        else:
            continue
        those.add(one)
        found.append(_called(one, lag, said))
    return [*found[:_MOST], *_live(text, seen)], those


def _called(one: Observation, lag: int, said: str) -> Clue:
    """Return the clue that a day or weekday lies so many days behind."""
    if one.month and one.day:
        away = likelihood.nearest(likelihood.every_year(one.month, one.day))
        return Clue("day called today", likelihood.flags(away == lag), said)
    falls = likelihood.after_weekday(one.weekday or 0) == lag % 7
    return Clue("weekday called today", likelihood.flags(falls), said)


def _live(text: str, seen: list[Observation]) -> list[Clue]:
    """Return the clue of a live report: it is of the weekday that it tells most often."""
    behind = Counter(one.weekday for one in seen if one.kind == "weekday" and one.way < 0)
    if not behind or sum(1 for _ in _TIME.finditer(text)) < _LIVE:
        return []
    most = behind.most_common(1)[0][0]
    words = next(one.text for one in seen if one.kind == "weekday" and one.weekday == most)
    falls = likelihood.after_weekday(most or 0) == 0
    return [Clue("weekday called today", likelihood.flags(falls), f"it is a live report of “{words}”")]
