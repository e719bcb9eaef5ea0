"""Base noun phrases from a UD parse."""

import pytest
from spacy.tokens import Doc

from explore.language import load_language


@pytest.fixture(scope="module")
def vocab():
    return load_language().vocab


def chunks(vocab, words, pos, heads, deps):
    doc = Doc(vocab, words=words.split(), pos=pos.split(), heads=heads, deps=deps.split())
    return [c.text for c in doc.noun_chunks]


def test_a_preposition_stays_outside(vocab):
    assert chunks(
        vocab,
        "The Chinese minister flew to New York",
        "DET ADJ NOUN VERB ADP PROPN PROPN",
        [2, 2, 3, 3, 6, 6, 3],
        "det amod nsubj ROOT case compound obl",
    ) == ["The Chinese minister", "New York"]


def test_a_name_goes_on_to_the_right(vocab):
    assert chunks(
        vocab,
        "President Xi Jinping met him",
        "PROPN PROPN PROPN VERB PRON",
        [3, 0, 0, 3, 3],
        "nsubj flat flat ROOT obj",
    ) == ["President Xi Jinping", "him"]


def test_an_owner_is_part_of_the_phrase(vocab):
    assert chunks(
        vocab,
        "Russia 's envoys left",
        "PROPN PART NOUN VERB",
        [2, 0, 3, 3],
        "nmod:poss case nsubj ROOT",
    ) == ["Russia 's envoys"]


def test_both_sides_of_an_and_are_phrases(vocab):
    assert chunks(
        vocab,
        "Paris and Berlin agreed",
        "PROPN CCONJ PROPN VERB",
        [3, 2, 0, 3],
        "nsubj cc conj ROOT",
    ) == ["Paris", "Berlin"]


def test_a_relative_clause_is_not(vocab):
    assert chunks(
        vocab,
        "He saw the treaty that they signed",
        "PRON VERB DET NOUN PRON PRON VERB",
        [1, 1, 3, 1, 6, 6, 3],
        "nsubj ROOT det obj obj nsubj acl:relcl",
    ) == ["He", "the treaty", "that", "they"]
