"""The part of speech of a word, by its Penn tag where the model's two opinions differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NO_VERBS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ"}
_BEFORE_GUESTS = frozenset({"with", "the", "a", "between", "by"})
_MEETS = frozenset({"meet", "receive", "host", "welcome", "greet", "tell", "see"})
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})


def word_class(token: Token) -> str:
    """Return a Universal part of speech: taggers of fine tags err less than those of coarse ones.

    "A telephone call" tagged NN is a noun whatever the coarse tag says; "he meets" tagged VBZ a verb.
    """
    tag, coarse = token.tag_, token.pos_
    if is_before_title(token):
        return "ADJ"
    if coarse in _VERBAL and tag in _NO_VERBS:
        return _NO_VERBS[tag]
    return "VERB" if tag in _FINITE and coarse not in _VERBAL else coarse


def is_before_title(token: Token) -> bool:
    """Say whether "visiting" only stands before whom somebody meets: "met with visiting President Ruto"."""
    if token.lower_ != "visiting" or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.lower_ in _BEFORE_GUESTS or before.lemma_ in _MEETS
