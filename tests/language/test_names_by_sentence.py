"""Names found sentence by sentence are those that spaCy finds from left to right."""

import pytest
from spacy.pipeline.ner import EntityRecognizer
from spacy.tokens import Span

from explore.language import load_language

TEXT = (
    "Talks in Vienna\n\n"
    "BRUSSELS — European Union foreign ministers met Ukraine’s Andrii Sybiha on Monday. "
    "The U.S. Secretary of State, Marco Rubio, flew to Riyadh from Tel Aviv; Germany’s Johann Wadephul and "
    "Abdullah bin Zayed Al Nahyan of the United Arab Emirates followed.\n\n"
    "“We will wait,” said Kaja Kallas"
)


@pytest.fixture(scope="module")
def bare():
    return load_language()


def names(doc):
    return [(e.text, e.label_) for e in doc.ents]


def test_the_names_are_spacys(bare):
    ours = bare.get_pipe("ner")
    theirs = EntityRecognizer(bare.vocab, ours.model, moves=None)
    theirs.from_bytes(ours.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    with bare.select_pipes(disable=["ner"]):
        doc = bare(TEXT)
    assert names(theirs(doc)) == names(bare(TEXT)) != []


def test_many_docs_at_once_are_as_one_by_one(bare):
    parts = [*TEXT.split("\n\n"), "", "Oslo"]
    assert [names(d) for d in bare.pipe(parts)] == [names(bare(part)) for part in parts]


def test_names_that_are_there_already_stay(bare):
    doc = bare.make_doc("The Foreign Ministry in Oslo said no.")
    doc.set_ents([Span(doc, 1, 3, label="ORG")], default="unmodified")
    for _, component in bare.pipeline:
        doc = component(doc)
    assert ("Foreign Ministry", "ORG") in names(doc)
