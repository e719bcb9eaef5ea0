"""The component that reads: what is set before it stays, and nothing breaks it."""

import numpy as np
import pytest
import spacy
from spacy.attrs import SENT_START
from spacy.tokens import DocBin, Span

from explore.language import load_language

TEXT = (
    "Talks in Vienna\n\n"
    "BRUSSELS — European Union foreign ministers met Ukraine’s Andrii Sybiha on Monday. "
    "The U.S. Secretary of State, Marco Rubio, flew to Riyadh from Tel Aviv; Germany’s Johann Wadephul followed.\n\n"
    "“We will wait,” said Kaja Kallas"
)


@pytest.fixture(scope="module")
def bare():
    return load_language()


def layers(doc):
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.lemma_, t.ent_type_) for t in doc]


def test_a_text_is_read_alike_alone_and_among_others(bare):
    alone = layers(bare(TEXT))
    parts = [*TEXT.split("\n\n"), "", "Oslo", TEXT]
    assert layers(list(bare.pipe(parts))[-1]) == alone
    assert layers(load_language()(TEXT)) == alone


def test_paragraphs_are_read_by_themselves(bare):
    doc = bare(TEXT)
    own = bare(TEXT.split("\n\n")[1])
    start = next(t.i for t in doc if t.text == "BRUSSELS")
    inside = doc[start : start + len(own)]
    assert [(t.tag_, t.dep_, t.ent_type_) for t in inside] == [(t.tag_, t.dep_, t.ent_type_) for t in own]


def test_every_sentence_is_one_tree(bare):
    for sent in bare(TEXT).sents:
        assert sum(token.head is token or token.head == token for token in sent) == 1
        assert all(token in sent for token in sent.root.subtree)


def test_a_start_that_is_ruled_out_is_kept_out(bare):
    doc = bare.make_doc("He left . She stayed .")
    doc.from_array([SENT_START], np.array([[1], [0], [0], [-1], [0], [0]]).astype("u8"))
    doc = bare.get_pipe("explore_analyzer")(doc)
    assert len(list(doc.sents)) == 1


def test_names_that_are_there_already_stay(bare):
    doc = bare.make_doc("The Foreign Ministry in Oslo said no.")
    doc.set_ents([Span(doc, 1, 3, label="EVENT")], default="unmodified")
    doc = bare.get_pipe("explore_analyzer")(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Foreign Ministry", "EVENT"), ("Oslo", "GPE")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\n\nOslo.\n\n",
        "  He  left .  ",
        "word " * 700,
        "(" * 1000,
        "a. " * 400,
        "\u200b",
        "汉字 и é",
    ],
)
def test_any_text_is_read(bare, text):
    doc = bare(text)
    assert doc.text == text
    assert all(t.dep_ for t in doc)


def test_white_space_hangs_on_what_stands_before(bare):
    doc = bare("He left.\n\nShe stayed.")
    white = next(t for t in doc if t.is_space)
    assert (white.head.text, white.dep_, white.tag_, white.pos_) == (".", "dep", "_SP", "SPACE")


def test_it_can_be_stored_and_loaded_again(bare, tmp_path):
    bare.to_disk(tmp_path)
    assert layers(load_language(str(tmp_path))(TEXT)) == layers(bare(TEXT))


def test_it_can_be_sent_to_another_process(bare):
    other = spacy.blank("en")
    other.add_pipe("explore_analyzer").from_bytes(bare.get_pipe("explore_analyzer").to_bytes())
    doc = other("They met in Oslo.")
    assert [t.tag_ for t in doc] == ["PRP", "VBD", "IN", "NNP", "."]


def test_what_it_writes_can_be_kept(bare):
    stored = DocBin(store_user_data=False, docs=[bare(TEXT)]).to_bytes()
    assert layers(next(DocBin().from_bytes(stored).get_docs(bare.vocab)))[:5] == layers(bare(TEXT))[:5]
