"""Lemmas: looked up or made by rule, never invented."""

import pytest
from spacy.tokens import Doc

from explore.language import load_language
from explore.language.lemmas import unlisted


@pytest.fixture(scope="module")
def lemmas():
    nlp = load_language()
    lemmatizer = nlp.get_pipe("explore_lemmatizer")

    def lemmas(words, tags, pos):
        doc = Doc(nlp.vocab, words=words.split(), tags=tags.split(), pos=pos.split())
        return [t.lemma_ for t in lemmatizer(doc)]

    return lemmas


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("planned", "VBD", "plan"),
        ("agreed", "VBN", "agree"),
        ("re-elected", "VBN", "re-elect"),
        ("de-escalating", "VBG", "de-escalate"),
        ("said", "VBD", "say"),
        ("weaponized", "VBN", "weaponize"),
        ("livestreamed", "VBD", "livestream"),
    ],
)
def test_verbs(lemmas, word, tag, lemma):
    assert lemmas(word, tag, "VERB") == [lemma]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("talks", "talk"), ("crises", "crisis"), ("countries", "country"), ("headquarters", "headquarters")],
)
def test_nouns(lemmas, word, lemma):
    assert lemmas(word, "NNS", "NOUN") == [lemma]


def test_a_name_keeps_its_letters_and_loses_its_plural(lemmas):
    assert lemmas("Democrats Emirates Wang", "NNPS NNPS NNP", "PROPN PROPN PROPN") == [
        "Democrat",
        "Emirate",
        "Wang",
    ]


def test_short_forms_straight_and_curly(lemmas):
    assert lemmas("wo n't wo n’t", "MD RB MD RB", "AUX PART AUX PART") == ["will", "not", "will", "not"]


@pytest.mark.parametrize("word", ["brng", "beijing", "sibling"])
def test_what_only_looks_like_an_ending_stays(word):
    assert unlisted(word, "noun") == word


def test_in_running_text():
    doc = load_language()("He’s met them; they weren’t persuaded.")
    found = {t.text: t.lemma_ for t in doc}
    assert found["’s"] == "have"
    assert (found["them"], found["were"], found["persuaded"]) == ("they", "be", "persuade")
