"""Which way from now a clause points: the tense and aspect of the verb that governs a time expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PAST, NOW, FUTURE = -1, 0, 1
_AHEAD = frozenset({"will", "wo", "shall", "'ll", "’ll"})
_MAY = frozenset({"may", "might", "can", "could", "should", "must", "would"})
# "plans to meet Monday", "is due on Friday", "scheduled for June"
_PLANS = frozenset(
    "plan expect schedule set due intend prepare hope aim slate want await promise threaten agree likely urge ask order invite offer postpone delay seek".split()
)
_DEEP = 12


def governing_verb(token: Token) -> Token | None:
    """Return the verb that a word hangs on, stepping over coordination and prepositions."""
    here = token
    for _ in range(_DEEP):
        if here.tag_.startswith(("VB", "MD")) and here.dep_ not in {"amod", "aux"}:
            return here
        if here.head == here:
            return here if any(child.dep_ in {"cop", "aux"} for child in here.children) else None
        here = here.head
    return None


def direction(span: Span, auxiliaries: frozenset[str]) -> int:
    """Return -1 for behind, 1 for ahead and 0 where the words do not tell.

    Parameters
    ----------
    span : spacy.tokens.Span
    auxiliaries : frozenset of str
        The dependency labels of auxiliaries in the scheme of the parse.
    """
    verb = governing_verb(span.root)
    depth = 0
    while verb is not None and depth < 4:
        way = _of_verb(verb, auxiliaries)
        if way is not None:
            return way
        if verb.head == verb:
            return NOW
        verb, depth = governing_verb(verb.head), depth + 1
    return NOW


def _of_verb(verb: Token, auxiliaries: frozenset[str]) -> int | None:
    """Return where one verb points; None where it takes its time from the verb above."""
    aux = [c for c in verb.children if c.dep_ in auxiliaries]
    said = {c.lower_ for c in aux}
    if said & _AHEAD:
        return FUTURE
    if verb.lemma_.lower() in _PLANS or any(
        c.dep_ == "acomp" and c.lower_ in {"due", "set", "likely"} for c in verb.children
    ):
        return FUTURE
    if any(c.lemma_.lower() == "have" for c in aux):
        return PAST
    if said & _MAY:
        return FUTURE
    marked_to = any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children)
    if verb.tag_ == "VB" and marked_to:
        above = verb.head
        if above != verb and (
            above.lemma_.lower() in _PLANS or above.pos_ in {"NOUN", "ADJ"} or above.tag_ in {"VBZ", "VBP"}
        ):
            return FUTURE
        return None
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in aux):
        return PAST
    if verb.tag_ == "VBN":
        return PAST if not aux else NOW
    if verb.tag_ == "VBG":
        return FUTURE if any(c.tag_ in {"VBZ", "VBP"} for c in aux) else None
    if verb.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"VBZ", "VBP"} for c in aux):
        return NOW
    return None
