"""What stands around the expressions of a history: their paragraphs, and the dates that name their year."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from explore.dates.days import interval
from explore.dates.values import Where, meaning
from explore.dates.values.story import SEEN

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from explore.dates.found import Found
    from explore.dates.values.frame import Months

_FRAMING = frozenset({"month_day", "month_year", "year", "iso", "season"})
_PASSING = frozenset({"until", "till", "for", "since", "to", "than", "the", "a", "and", "from"})


def paragraphs_before(text: str, found: list[Found]) -> list[int]:
    """Return for each expression how many line breaks stand before it."""
    begins = [0, *(one.start for one in found[:-1])]
    breaks = [text.count("\n", begin, one.start) for begin, one in zip(begins, found, strict=False)]
    return list(accumulate(breaks))


def dates_behind(text: str, found: list[Found], paragraphs: list[int]) -> list[tuple[Months, ...]]:
    """Return for each expression the months of the next dates that name their year, as Where.behind."""
    told: list[tuple[Months, ...]] = []
    behind: tuple[Months, ...] = ()
    for one, paragraph in zip(reversed(found), reversed(paragraphs), strict=True):
        told.append(behind)
        if (named := _months_named(one, paragraph)) and not in_passing(text, one):
            behind = (named, *behind[: SEEN[1] - 1])
    return told[::-1]


def _months_named(one: Found, paragraph: int) -> Months | None:
    """Return the months of a date that names its year; None where it names none."""
    if one.rule not in _FRAMING or "year" not in one.parts:
        return None
    means = meaning(one.rule, one.parts, Where())
    days = interval(means.value) if means else None
    return months(days[0], days[1], paragraph) if days else None


def months(first: date, last: date, paragraph: int) -> Months:
    """Return the months of a date for Where.before and Where.behind."""
    return first.year * 12 + first.month - 1, last.year * 12 + last.month - 1, paragraph


def aside(doc: Doc, one: Found) -> bool:
    """Say whether a day limits or names something: "up since Feb. 1", "the September 21, 1999 quake"."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if one.rule != "month_day" or span is None or not span.start:
        return False
    if doc[span.start - 1].lower_ == "since":
        return True
    after = doc[span.end] if "year" in one.parts and span.end < len(doc) else None
    return after is not None and after.pos_ == "NOUN" and span.root.head.i >= span.end


def in_passing(text: str, one: Found) -> bool:
    """Say whether a year is named but not come to: "the 1975-1976 season", "until 2005"."""
    if one.rule != "year":
        return False
    before = text[max(0, one.start - 12) : one.start].split()
    return text[one.end : one.end + 1] in {"-", "–"} or (
        bool(before) and (before[-1].lower() in _PASSING or before[-1][-1] in "-–(")
    )
