"""Runs in quotation marks: which marks open and close, and what is no mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explore.article import split_paragraphs
from explore.quotes.marks import find_runs


def runs(text: str) -> list[str]:
    return [text[run.start : run.end].strip() for run in find_runs(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We agree," she said.', ["We agree,"]),
        ("“We agree,” she said.", ["We agree,"]),
        ("«We agree», she said.", ["We agree"]),
        ("‘We agree,’ she said.", ["We agree,"]),
        ("''We agree,'' she said.", ["We agree,"]),
        ("„We agree“, she said.", ["We agree"]),
    ],
)
def test_every_style_of_mark_is_read(text, found):
    assert runs(text) == found


def test_apostrophes_and_plural_possessives_are_no_marks():
    assert runs("The ministers’ aides didn’t object; it’s the envoys' view.") == []


def test_a_single_quotation_may_hold_an_apostrophe():
    assert runs("‘We don’t know yet,’ he said.") == ["We don’t know yet,"]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    assert runs('The envoy said: "We are not afraid.\n\nHe left.') == ["We are not afraid."]


def test_where_another_mark_opens_an_unclosed_quotation_ends_with_its_sentence():
    text = "“We agree. The envoy left. “It is late,” he said."
    assert runs(text)[-1] == "It is late,"
    assert len(runs(text)) == 2


def test_touching_quotations_are_two():
    assert runs("“Yes.” “No.”") == ["Yes.", "No."]


def test_a_quotation_inside_a_quotation_is_nested():
    text = "“He called it a ‘hot topic’ twice,” she said."
    found = find_runs(text, split_paragraphs(text))
    assert [run.nested for run in found] == [False, True]


def test_inches_are_no_marks():
    assert runs('A 12" pipe was laid.') == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .,\n\"“”‘’'«»„`—", max_size=120))
def test_any_mix_of_marks_gives_runs_inside_the_text(text):
    for run in find_runs(text, split_paragraphs(text)):
        assert 0 <= run.left <= run.start < run.end <= run.right <= len(text)


def test_ten_thousand_marks_are_read():
    text = "“a” " * 5_000 + '" ' * 5_000
    assert len(runs(text)) >= 5_000


def test_two_single_marks_close_a_double_one(quotes_in):
    quotes = quotes_in(
        "“It was an attempt to mislead,’’ Ana Petrova told the paper. “It is wrong,’’ she said."
    )
    assert quotes["text"].tolist() == ["It was an attempt to mislead,", "It is wrong,"]
    assert quotes["speaker"].tolist() == ["Ana Petrova", "Ana Petrova"]
