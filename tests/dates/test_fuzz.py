"""Whatever the text: no failure, spans in order, days in order, and what they are made of is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from explore.dates import to_timeml

if TYPE_CHECKING:
    from spacy.tokens import Doc

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")
NLP.add_pipe("explore_dates")
_WORDS = [
    "Monday",
    "May",
    "March",
    "12",
    "1999",
    "2024",
    "the",
    "of",
    "early",
    "late",
    "April",
    "8",
    "and",
    "9",
    ",",
    ".",
    "-",
    "–",
    "/",
    "to",
    "about",
    "'s",
    "two",
    "hundred",
    "years",
    "ago",
    "later",
    "last",
    "next",
    "third",
    "quarter",
    "century",
    "BC",
    "a.m.",
    "noon",
    "every",
    "nineteen",
    "ninety",
    "first",
    "half",
    "end",
    "or",
    "more",
    "$",
    "%",
    "(",
    ")",
    "Sun",
    "’90s",
    "½",
]
_TIMELY = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)
_DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


def _read(text: str, published: date | None) -> Doc:
    doc = NLP.make_doc(text)
    doc._.published = published
    return NLP(doc)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=120) | _TIMELY, published=_DAYS)
def test_any_text(text: str, published: date | None) -> None:
    doc = _read(text, published)
    last = 0
    for timex in doc._.timexes:
        assert timex.start_char >= last
        assert timex.text == text[timex.start_char : timex.end_char] != ""
        assert timex.begin is None or timex.begin <= timex.end
        last = timex.end_char
    assert to_timeml(doc).startswith("<?xml")
