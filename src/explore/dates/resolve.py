"""Turn found words into time expressions: each against the publication day or the story so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from explore.dates.days import interval
from explore.dates.tense import direction
from explore.dates.timex import Timex
from explore.dates.values import Where, meaning
from explore.language.labels import labels

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from explore.dates.found import Found

DIRECTED = frozenset(
    {"weekday", "month", "month_day", "season", "quarter", "the_unit", "year", "month_year", "named_day"}
)
_ABSOLUTE = frozenset({"month_day", "month_year", "year", "bc", "iso", "decade", "century", "season"})
_NEWSROOM = frozenset({"today", "weekday", "day_away"})
_GRAINS = {"time": "day", "day": "day", "week": "day", "month": "month", "quarter": "month", "year": "year"}
# A story has so many dates with their years, most of them old, and hardly a "today" or a bare weekday.
_SEVERAL, _OLD, _DEICTIC = 5, 0.6, 0.1
_PASSING = frozenset({"until", "till", "for", "since", "to", "than", "the", "a", "and", "from"})
_QUARTER = re.compile(r"\d{4}-Q[1-4]")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has spoken of so far."""

    day: date | None = None
    grain: str = "day"
    quarter: str | None = None
    ancient: int | None = None


def ways(doc: Doc, found: list[Found]) -> list[int]:
    """Return the direction of each expression from its governing verb; coordinated ones share it."""
    told: list[int] = []
    auxiliaries = labels(doc).auxiliary
    for one in found:
        span = doc.char_span(one.start, one.end, alignment_mode="expand") if one.rule in DIRECTED else None
        told.append(direction(span, auxiliaries) if span is not None and len(span) else 0)
    return told


def is_story(found: list[Found], now: date | None) -> bool:
    """Say whether a text tells a history: old dates with their years, and hardly a word from a newsroom."""
    dated = [one for one in found if one.rule in _ABSOLUTE and {"year", "bc"} & one.parts.keys()]
    deictic = sum(one.rule in _NEWSROOM and "shift" not in one.parts for one in found)
    if len(dated) < _SEVERAL or deictic > _DEICTIC * len(dated):
        return False
    if now is None:
        return True
    old = sum("bc" in one.parts or int(one.parts["year"]) < now.year for one in dated)
    return old > _OLD * len(dated)


def resolve(doc: Doc, found: list[Found], way: list[int], now: date | None) -> tuple[Timex, ...]:
    """Return the time expressions of a doc with their values.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    found : list of Found
    way : list of int
        The direction of each.
    now : datetime.date or None
        The day of publication.
    """
    story = is_story(found, now)
    told = _Told()
    timexes: list[Timex] = []
    text = doc.text  # put together anew by spaCy at each call
    for one, ahead in zip(found, way, strict=True):
        where = Where(now, told.day, ahead, story, told.grain, told.quarter, told.ancient)
        means = meaning(one.rule, one.parts, where)
        if means is None:
            continue
        days = interval(means.value) if means.type in {"DATE", "TIME"} else None
        first, last, exact = days if days else (None, None, None)
        said = text[one.start : one.end]
        timexes.append(
            Timex(one.start, one.end, said, means.type, means.value, first, last, exact, means.relative)
        )
        if one.rule != "year" or (story and not _in_passing(text, one)):
            told = _after(told, one, timexes[-1])
    return tuple(timexes)


def _in_passing(text: str, one: Found) -> bool:
    """Say whether a year is named but not come to: "the 1975-1976 season", "until 2005"."""
    before = text[max(0, one.start - 12) : one.start].split()
    return text[one.end : one.end + 1] in {"-", "–"} or (
        bool(before) and (before[-1].lower() in _PASSING or before[-1][-1] in "-–(")
    )


def _after(told: _Told, one: Found, timex: Timex) -> _Told:
    """Return what has been told after one more expression."""
    if timex.value.startswith("BC") and timex.value[2:6].isdigit():
        return _Told(None, "year", None, int(timex.value[2:6]))
    if _QUARTER.fullmatch(timex.value) and one.rule == "quarter" and "ago" not in one.parts:
        return replace(told, quarter=timex.value)
    if timex.begin is None or timex.grain not in _GRAINS:
        return told
    return _Told(timex.begin, _GRAINS[timex.grain], told.quarter, None)
