"""Turn found words into time expressions: each against the publication day or the story so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.days import interval
from explore.dates.normalise import Where, meaning
from explore.dates.tense import direction
from explore.dates.timex import Timex
from explore.language.labels import labels

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from explore.dates.find import Found

DIRECTED = frozenset(
    {"weekday", "weekday_clock", "month", "month_day", "season", "quarter", "the_unit", "year", "month_year"}
)
_ABSOLUTE = frozenset({"month_day", "month_year", "year", "bc", "iso", "decade", "century"})
_NEWSROOM = frozenset({"today", "ago", "weekday", "shift_units", "weekday_clock", "reference"})
_GRAINS = {"time": "day", "day": "day", "week": "day", "month": "month", "quarter": "month", "year": "year"}
_SEVERAL = 8


def ways(doc: Doc, found: list[Found]) -> list[int]:
    """Return the direction of each expression from its governing verb; coordinated ones share it."""
    told: list[int] = []
    auxiliaries = labels(doc).auxiliary
    for one in found:
        span = doc.char_span(one.start, one.end, alignment_mode="expand") if one.rule in DIRECTED else None
        told.append(direction(span, auxiliaries) if span is not None and len(span) else 0)
    return told


def is_story(found: list[Found], now: date | None) -> bool:
    """Say whether a text tells a history: dates with their years outnumber what is said from a newsroom."""
    dated = [one for one in found if one.rule in _ABSOLUTE and ("year" in one.parts or "bc" in one.parts)]
    deictic = sum(one.rule in _NEWSROOM for one in found)
    if len(dated) < _SEVERAL or deictic > len(dated) / 2:
        return False
    if now is None:
        return True
    old = sum("bc" in one.parts or int(one.parts["year"][-4:]) < now.year - 1 for one in dated)
    return old > 0.6 * len(dated)


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
    told: date | None = None
    grain = "day"
    timexes: list[Timex] = []
    text = doc.text  # put together anew by spaCy at each call
    for one, ahead in zip(found, way, strict=True):
        means = meaning(one.rule, one.parts, Where(now, told, ahead, story, grain))
        if means is None:
            continue
        days = interval(means.value) if means.type in {"DATE", "TIME"} else None
        first, last, exact = days if days else (None, None, None)
        timexes.append(
            Timex(
                one.start,
                one.end,
                text[one.start : one.end],
                means.type,
                means.value,
                first,
                last,
                exact,
                means.relative,
            )
        )
        if first is not None and exact in _GRAINS and (story or one.rule != "year"):
            told, grain = first, _GRAINS[exact]
    return tuple(timexes)
