"""The component under ClearNLP labels (en_core_web_*), whose dependencies bear other names."""

from __future__ import annotations

from spacy.tokens import Doc

from explore.quotes.assemble import quotes_of


def test_a_prepositional_agent_and_a_clause_are_read(nlp):
    words = ["Lavrov", "told", "Wang", "that", "talks", "were", "planned", "by", "Moscow", "."]
    heads = [1, 1, 1, 6, 6, 6, 1, 6, 7, 1]
    deps = ["nsubj", "ROOT", "dobj", "mark", "nsubjpass", "auxpass", "ccomp", "agent", "pobj", "punct"]
    tags = ["NNP", "VBD", "NNP", "IN", "NNS", "VBD", "VBN", "IN", "NNP", "."]
    pos = ["PROPN", "VERB", "PROPN", "SCONJ", "NOUN", "AUX", "VERB", "ADP", "PROPN", "PUNCT"]
    doc = Doc(nlp.vocab, words=words, heads=heads, deps=deps, tags=tags, pos=pos)
    (quote,) = quotes_of(doc)
    assert doc.text[quote.start_char : quote.end_char] == "that talks were planned by Moscow"
    assert doc.text[quote.speaker_start : quote.speaker_end] == "Lavrov"
    assert quote.addressee == "Wang"
