"""Where sentences begin: after headings, at paragraphs, inside quotations."""

import pytest
import spacy

from explore.language import load_language, sentence_around


@pytest.fixture(scope="module")
def sentences():
    nlp = load_language()
    return lambda text: [s.text.strip() for s in nlp(text).sents]


def test_a_heading_and_a_paragraph_are_sentences_of_their_own(sentences):
    assert sentences("Talks in Vienna\n\nThe ministers met on Monday") == [
        "Talks in Vienna",
        "The ministers met on Monday",
    ]


def test_a_subheading_ends_at_its_line(sentences):
    text = "The ministers met on Monday.\nOil and gas\nPrices were not discussed."
    assert sentences(text) == ["The ministers met on Monday.", "Oil and gas", "Prices were not discussed."]


def test_a_text_broken_to_fit_a_page_is_put_together(sentences):
    text = (
        "The foreign ministers of the two countries signed a treaty on fishing in the\n"
        "northern sea after three days of talks."
    )
    assert len(sentences(text)) == 1


def test_titles_and_initials_do_not_end_a_sentence(sentences):
    assert len(sentences("Gen. Mark A. Milley met Mr. Wang in Washington, D.C., on Sept. 5.")) == 1


@pytest.mark.parametrize(("left", "right"), [("“", "”"), ('"', '"')])
def test_a_quotation_and_its_speaker_are_one_sentence(sentences, left, right):
    assert sentences(f"{left}We will wait,{right} the minister said. He left.") == [
        f"{left}We will wait,{right} the minister said.",
        "He left.",
    ]


def test_without_sentences_the_paragraph_stands_for_them():
    doc = spacy.blank("en")("Talks in Vienna\n\nThe ministers met. They agreed.")
    assert sentence_around(doc, 17, 20).text == "The ministers met. They agreed."
