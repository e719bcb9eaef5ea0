"""Names and verbs in headlines, datelines and lines set in capitals or small letters."""

import pytest

from explore.language import load_language


@pytest.fixture(scope="module")
def bare():
    return load_language()


def names(doc):
    return {(e.text, e.label_) for e in doc.ents}


@pytest.mark.parametrize(
    "line",
    [
        "Putin arrives in Beijing for talks with Xi",
        "Putin Arrives in Beijing for Talks With Xi",
    ],
)
def test_a_headline_has_its_people_and_places(bare, line):
    assert {("Putin", "PERSON"), ("Beijing", "GPE"), ("Xi", "PERSON")} <= names(bare(line))


def test_capitals(bare):
    assert ("BEIJING", "GPE") in names(bare("PUTIN ARRIVES IN BEIJING FOR TALKS"))


def test_a_dateline_is_a_place_and_a_date(bare):
    doc = bare("BEIJING, April 8 (Newswire) — Foreign Minister Wang Yi met his counterpart on Monday.")
    assert ("BEIJING", "GPE") in names(doc)
    assert ("Wang Yi", "PERSON") in names(doc)


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_an_apostrophe_changes_nothing(bare, apostrophe):
    doc = bare(f"China{apostrophe}s Foreign Ministry said it wouldn{apostrophe}t comment.")
    assert ("China", "GPE") in names(doc)
    assert [(t.tag_, t.lemma_) for t in doc if t.text in {"n't", "n’t"}] == [("RB", "not")]


def test_a_capital_that_speaks_is_still_a_place(bare):
    assert {("Moscow", "GPE"), ("Washington", "GPE")} <= names(
        bare("Moscow said on Friday that Washington had broken the treaty.")
    )
