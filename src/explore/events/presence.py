"""Words that speak of a visit or meeting only where they stand in a certain way: being, due, seeing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma
from explore.events.words import words
from explore.language.labels import CLEARNLP, UD, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = words("in at")
_EACH_OTHER = words("each one")
_NAMES = frozenset({"NNP", "NNPS"})
_OBJECT = UD.object | CLEARNLP.object


def is_presence(noun: Token) -> bool:
    """Say whether somebody is said to be at a place for an event: "was in Kyiv for a meeting"."""
    there = noun.head
    return (
        preposition(noun) == "for"
        and (there.tag_ in {"NNP", "NNPS"} or there.lower_ == "capital")
        and preposition(there) == "in"
        and any(c.dep_ == "cop" for c in there.children)
    )


def is_stay(token: Token) -> bool:
    """Say whether a word says that somebody is, or is to be, at a place: "was in Kyiv", "due in Rome"."""
    doc, i = token.doc, token.i
    if i + 2 >= len(doc) or doc[i + 1].lower_ not in _AT or doc[i + 2].tag_ not in _NAMES:
        return False
    if has_lemma(token, frozenset({"be"})):
        return token.dep_ != "aux"
    return token.dep_ != "amod"


def is_encounter(token: Token) -> bool:
    """Say whether "see" is of people who meet: "saw each other", "will see Modi", not "saw Modi win"."""
    doc, i = token.doc, token.i
    if i + 1 >= len(doc) or token.tag_ in {"VBN", "VBG"}:
        return bool(
            i + 1 < len(doc) and token.tag_ == "VBN" and _has_had(token) and _is_reciprocal(doc[i + 1])
        )
    if _is_reciprocal(doc[i + 1]):
        return True
    objects = [c for c in token.children if c.dep_ in _OBJECT and c.i > i]
    if not objects or any(c.i > i and c.dep_ in {"xcomp", "ccomp", "oprd"} for c in token.children):
        return False
    behind = objects[0].right_edge.i + 1
    return not (
        behind < len(doc) and (doc[behind].tag_ in {"VB", "VBG", "VBN", "VBD"} or doc[behind].lower_ == "as")
    )


def _is_reciprocal(token: Token) -> bool:
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in _EACH_OTHER and following in {"other", "another"}


def _has_had(token: Token) -> bool:
    return any(c.lemma_ == "have" and c.i < token.i for c in token.children)
