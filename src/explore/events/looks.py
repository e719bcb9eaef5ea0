"""Verbs of contact that only look so: giving a name, meeting with silence, heading a house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma
from explore.events.sentence import after
from explore.events.wordclass import word_class
from explore.events.words import CALLING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 8
_PASSIVE = frozenset({"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"})


def is_met_with(verb: Token) -> bool:
    """Say whether it is an answer that something meets: "was met with silence"."""
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return following == "with" and verb.tag_ == "VBN" and any(c.dep_ in _PASSIVE for c in verb.children)


def is_object(token: Token) -> bool:
    """Say whether a word is what a verb acts on, and no time: "left Monday"."""
    return (
        token.dep_ in {"obj", "dobj"} and token.i > token.head.i and token.ent_type_ not in {"DATE", "TIME"}
    )


def names_somebody(token: Token) -> bool:
    """Say whether a verb of calling gives a name: "calling the forces absolute enemies", "what he calls"."""
    if not has_lemma(token, CALLING):
        return False
    so_called = token.i > 1 and token.doc[token.i - 1].text == "-"
    objects = [c for c in token.children if c.dep_ in {"obj", "dobj"}]
    predicates = [c for c in token.children if c.dep_ in {"xcomp", "oprd", "ccomp"}]
    if so_called or any(objects or word_class(c) in {"NOUN", "PROPN"} for c in predicates):
        return True
    return any(c.i < token.i or c.lower_ in {"it", "this", "that"} or _has_predicate(c) for c in objects)


def _has_predicate(noun: Token) -> bool:
    """Say whether right behind an object stands what it is called: "called him a liar", “outrageous”."""
    end = noun.right_edge.i + 1
    if any(t.is_quote for t in noun.doc[noun.i + 1 : end]):
        return True  # the parse took “outrageous” for part of the object
    if noun.tag_ == "PRP" and any(t.is_quote for t in after(noun, _NEAR)):
        return True  # "calling him, among other things, “a failure”"
    return end < len(noun.doc) and noun.doc[end].tag_ in {"DT", "JJ", "NN", "NNS", "``"}
