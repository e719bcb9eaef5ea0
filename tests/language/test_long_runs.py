"""Runs of characters that are no words: their tokens come in linear time, and every offset stays."""

from __future__ import annotations

import pytest

from explore.language import load_language

SENTENCE = "The ministers (both of them) met in Ankara."


@pytest.mark.parametrize("run", ["(" * 5_000, "“" * 5_000, "a" * 5_000, "ab-" * 5_000, "." * 5_000])
def test_the_text_stays_whole_around_a_long_run(run):
    text = f"{SENTENCE} {run} {SENTENCE}"
    doc = load_language().make_doc(text)
    assert doc.text == text
    assert [t.text for t in doc[:5]] == ["The", "ministers", "(", "both", "of"]
    assert doc[-1].idx == len(text) - 1


def test_words_are_parted_as_spacy_does():
    nlp = load_language()
    assert [t.text for t in nlp.make_doc("He didn't say (yet).")] == [
        "He",
        "did",
        "n't",
        "say",
        "(",
        "yet",
        ")",
        ".",
    ]
