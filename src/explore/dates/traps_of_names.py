"""Names that look like a time: "USA Today", "This Week", "the Sunday Times", "the October Revolution"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.grammar import trap
from explore.dates.traps_of_numbers import token_after, word_before

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from explore.dates.found import Found

_PAPERS = trap("papers")
_SHOWS = trap("shows")
_NAMED_AFTER_MONTHS = trap("named_after_months")
_DAYS_OF_A_NAME = trap("days_of_a_name")
# Where these words stand with a capital and no sentence begins, they are a title: not weekdays or months.
_NO_CAPITAL = frozenset(
    {
        "today",
        "shift_unit",
        "the_unit",
        "that_unit",
        "day_part",
        "nth_unit",
        "vague",
        "some_day",
        "bare_units",
    }
)
_ON_SUNDAY = frozenset({"Mail on", "Independent on", "Post on"})
_NIGHTS = frozenset({"lights", "live", "fever", "football", "special"})  # "Saturday Night Live"
_AROUND = 8
_HEADLINE = 0.6


def in_name(doc: Doc, span: Span, found: Found) -> bool:
    """Say whether what looks like a time is a part of a name."""
    if found.rule in _NO_CAPITAL and _titled(doc, span):
        return True
    after = token_after(doc, span)
    if after is None:
        return False
    if found.rule == "today" and len(span) == 1 and after.lower_ in _SHOWS:
        return True
    if found.rule == "weekday" and doc[max(span.start - 2, 0) : span.start].text in _ON_SUNDAY:
        return True
    if found.rule == "weekday" and after.text[:1].isupper():
        if len(span) == 1:
            return after.lower_ in _PAPERS
        titled = "part2" in found.parts and span[-1].is_title
        return titled and (after.lower_ in _NIGHTS or not _headline(doc, span))
    if found.rule == "month_day" and "year" not in found.parts:
        return after.lower_ in {"group", "movement"}  # "the November 17 group"
    return False


def named_after(doc: Doc, span: Span) -> bool:
    """Say whether a month is a part of the name of an event of any year: "the October Revolution"."""
    after = token_after(doc, span)
    if span.start and word_before(doc, span) in _DAYS_OF_A_NAME and doc[span.start - 1].is_title:
        return True  # "Black September"
    return after is not None and after.lower_ in _NAMED_AFTER_MONTHS and after.is_title


def _titled(doc: Doc, span: Span) -> bool:
    """Say whether words of no name stand with capitals within a sentence: "USA Today", "This Week"."""
    said = [token for token in span if token.is_alpha]
    if not said or not all(token.text[:1].isupper() for token in said) or said[-1].is_upper:
        return said[:1] == [span[-1]] and word_before(doc, span) == "usa"  # "USA TODAY"
    if len(said) == 1 and _begins(doc, span):
        return False
    return not _headline(doc, span)


def _begins(doc: Doc, span: Span) -> bool:
    """Say whether a sentence or a quotation begins with a span."""
    if span.start == 0:
        return True
    before = doc[span.start - 1]
    return bool(span[0].is_sent_start) or not (before.text[-1:].isalnum() or before.text == ",")


def _headline(doc: Doc, span: Span) -> bool:
    """Say whether the words around are written with capitals too."""
    around = [*doc[max(0, span.start - _AROUND) : span.start], *doc[span.end : span.end + _AROUND]]
    said = [token for token in around if token.is_alpha and len(token) > 3]
    return sum(token.text[:1].isupper() for token in said) >= _HEADLINE * len(said)
