"""What a word does to the event that it governs: it denies, plans or only wishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma, lemmas
from explore.events.governors import governors
from explore.events.words import NEGATION, ONLY

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.event import Status


def effect_of(token: Token, pos: str) -> str | None:
    """Return what a word of a part of speech makes of what it governs: denied, unreal or planned."""
    if pos == "verb" and token.i + 1 < len(token.doc):
        after = token.doc[token.i + 1]
        if any(f"{lemma}-{after.lower_}" in governors()["denied", "verb"] for lemma in lemmas(token)):
            return "denied"
    for effect in ("denied", "unreal", "planned"):
        if has_lemma(token, governors().get((effect, pos), frozenset())):
            return effect
    return None


def as_status(effect: str | None) -> Status | None:
    """Return the status an effect gives: of what is unreal there is no event."""
    return None if effect == "unreal" else effect  # type: ignore[return-value]


def _adds(negation: Token) -> bool:
    """Say whether "not" only opens more of the same: "not only visited Rangoon but"."""
    doc, i = negation.doc, negation.i + 1
    return i < len(doc) and doc[i].lower_ in ONLY


def is_negated(verb: Token) -> bool:
    """Say whether a verb is denied: "did not meet", "no talks were held"."""
    return any(
        (child.lower_ in NEGATION and not _adds(child))
        or (child.dep_.startswith("nsubj") and any(g.lower_ == "no" for g in child.children))
        for child in verb.children
    )
