"""The tokens of a doc read at once say what they say one by one."""

from __future__ import annotations

import pytest
import spacy
from spacy.attrs import DEP, IDX, LEMMA, LOWER, POS, SENT_START, TAG
from spacy.tokens import Doc

from explore.columns import heads_of, numbers_of, text_of, words_of

VOCAB = spacy.blank("en").vocab


@pytest.fixture
def doc() -> Doc:
    return Doc(
        VOCAB,
        words=["Ministers", "met", "in", "Oslo", ".", "“", "Good", "!", "”"],
        spaces=[True, True, True, False, True, False, False, False, False],
        tags=["NNS", "VBD", "IN", "NNP", ".", "``", "JJ", ".", "''"],
        pos=["NOUN", "VERB", "ADP", "PROPN", "PUNCT", "PUNCT", "ADJ", "PUNCT", "PUNCT"],
        lemmas=["minister", "meet", "in", "Oslo", ".", "“", "good", "!", "”"],
        heads=[1, 1, 3, 1, 1, 6, 6, 6, 6],
        deps=["nsubj", "ROOT", "case", "obl", "punct", "punct", "ROOT", "punct", "punct"],
    )


def test_words(doc: Doc) -> None:
    assert words_of(doc, LOWER) == [token.lower_ for token in doc]
    assert words_of(doc, LEMMA) == [token.lemma_ for token in doc]
    assert words_of(doc, TAG) == [token.tag_ for token in doc]
    assert words_of(doc, POS) == [token.pos_ for token in doc]
    assert words_of(doc, DEP) == [token.dep_ for token in doc]


def test_numbers(doc: Doc) -> None:
    assert numbers_of(doc, IDX) == [token.idx for token in doc]
    assert [i for i, start in enumerate(numbers_of(doc, SENT_START)) if start == 1] == [0, 5]
    assert heads_of(doc) == [token.head.i for token in doc]


def test_text(doc: Doc) -> None:
    assert text_of(doc) == "Ministers met in Oslo. “Good!”"


def test_without_parse_or_words() -> None:
    bare = Doc(VOCAB, words=["Ministers", "met"])
    assert words_of(bare, POS) == ["", ""]
    assert heads_of(bare) == [0, 1]
    assert words_of(Doc(VOCAB), LOWER) == heads_of(Doc(VOCAB)) == []
