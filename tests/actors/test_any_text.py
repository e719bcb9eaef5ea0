"""Any text, any pipeline: nothing fails, mentions do not overlap and are what the text says."""

from __future__ import annotations

import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

PIECES = st.sampled_from(
    [
        "Putin",
        "Xi",
        "Sergei Lavrov",
        "the",
        "The",
        "two leaders",
        "both",
        "his",
        "her",
        "he",
        "She",
        "it",
        "its",
        "they",
        "counterpart",
        "Chinese",
        "Russian",
        "president",
        "foreign minister",
        "of",
        "and",
        ",",
        ".",
        "“",
        "”",
        '"',
        "'s",
        "\n",
        "\n\n",
        "-",
        "(",
        ")",
        "Moscow",
        "in Moscow",
        "Kremlin",
        "ministry",
        "said",
        "told",
        "met",
        "who",
        "which",
        "is a",
        "politician",
        "U.S.",
        "UN",
        "Secretary-General",
        "Kim Jong-un",
        "von der Leyen",
        "bin Salman",
        "Mr",
        "Mrs",
        "former",
        "ex-",
        "Senate",
        "Real",
        "the country",
        "Jr.",
        "IS",
        "troops",
        "2024",
        "May",
        "\u200b",
        "é",
        "中国",
        "😀",
    ]
)


def check(doc):
    last = 0
    for mention in doc._.mentions:
        assert last <= mention.start_char < mention.end_char <= len(doc.text)
        assert mention.text == doc.text[mention.start_char : mention.end_char]
        assert mention.actors
        assert all(doc._.actors[i].name.strip() for i in mention.actors)
        last = mention.end_char


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_order_of_words_is_read(actor_pipeline, pieces):
    check(actor_pipeline(" ".join(pieces)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_characters_are_read(actor_pipeline, text):
    check(actor_pipeline(text))


def test_a_pipeline_that_only_splits_sentences_finds_names_of_the_tables():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("explore_actors")
    doc = nlp(
        "Sergei Lavrov met Wang Yi in Moscow. The Russian foreign minister left. The two leaders agreed."
    )
    check(doc)
    assert {"Sergei Lavrov", "Wang Yi"} <= {a.name for a in doc._.actors}


def test_a_pipeline_without_sentences_is_read():
    nlp = spacy.blank("en")
    nlp.add_pipe("explore_actors")
    assert [a.name for a in nlp("Sergei Lavrov met Wang Yi.")._.actors] == ["Sergei Lavrov", "Wang Yi"]


def test_labels_of_clearnlp_are_understood():
    nlp = spacy.blank("en")
    words = [
        "China",
        "told",
        "Iran",
        "that",
        "it",
        "was",
        "ready",
        ".",
        "Obama",
        "called",
        ".",
        "He",
        "said",
        "Beijing",
        "warned",
        "Moscow",
        ".",
    ]
    doc = Doc(
        nlp.vocab,
        words=words,
        tags=[
            "NNP",
            "VBD",
            "NNP",
            "IN",
            "PRP",
            "VBD",
            "JJ",
            ".",
            "NNP",
            "VBD",
            ".",
            "PRP",
            "VBD",
            "NNP",
            "VBD",
            "NNP",
            ".",
        ],
        deps=[
            "nsubj",
            "ROOT",
            "dobj",
            "mark",
            "nsubj",
            "ccomp",
            "acomp",
            "punct",
            "nsubj",
            "ROOT",
            "punct",
            "nsubj",
            "ROOT",
            "nsubj",
            "ccomp",
            "dobj",
            "punct",
        ],
        heads=[1, 1, 1, 5, 5, 1, 5, 1, 9, 9, 9, 12, 12, 14, 12, 14, 12],
        lemmas=[
            "China",
            "tell",
            "Iran",
            "that",
            "it",
            "be",
            "ready",
            ".",
            "Obama",
            "call",
            ".",
            "he",
            "say",
            "Beijing",
            "warn",
            "Moscow",
            ".",
        ],
        sent_starts=[i in {0, 8, 11} for i in range(len(words))],
    )
    doc.ents = [Span(doc, 8, 9, label="PERSON")]
    doc = nlp.add_pipe("explore_actors")(doc)
    check(doc)
    found = {m.start_char: [doc._.actors[i].name for i in m.actors] for m in doc._.mentions}
    assert found[doc[4].idx] == ["China"]
    assert found[doc[11].idx] == ["Barack Obama"]
    assert found[doc[13].idx] == ["China"]
    assert found[doc[15].idx] == ["Russia"]
