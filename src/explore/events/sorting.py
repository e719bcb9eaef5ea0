"""Times that only say which of several a noun means: "the 2020 primary" puts nothing else in 2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma
from explore.events.triggers import opening
from explore.events.wordclass import word_class
from explore.events.words import words

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Span

    from explore.events.triggers import Trigger
    from explore.events.when import Placed
    from explore.language.labels import Labels

# How a time stands on a noun, and in what nouns one speaks.
_SORTS = words("nummod amod nmod nmod:unmarked")
_STEPS = 4
_SPOKEN = words(
    "speech address statement interview conference briefing hearing letter tweet post report article message "
    "broadcast rally debate session ceremony event appearance testimony memo column essay"
)


def sorted_by(span: Span, labels: Labels, contacts: Container[int]) -> int | None:
    """Return the noun that a time before it sorts: "the 2020 primary", "Sunday's raid"; of a contact none.

    Parameters
    ----------
    span : spacy.tokens.Span
        The time expression.
    labels : Labels
    contacts : container of int
        The tokens that tell meetings, visits and calls: these a time before them dates.
    """
    here, sorts = span.root, _SORTS | labels.possessive | labels.compound
    while here.dep_ in sorts and here.head.i > here.i:
        here = here.head
    if any(c.dep_ == "cop" for c in here.children):
        return int(here.i)  # "The primary is June 14, and he has pledged"
    if here.i >= span.end and word_class(here) in {"NOUN", "PROPN"}:
        return None if here.i in contacts else int(here.i)
    return _apposed(span, labels, contacts)


def _apposed(span: Span, labels: Labels, contacts: Container[int]) -> int | None:
    """Return the noun between commas that a time is of: "Eritrea, a colony from 1890 on, was annexed"."""
    here = span.root
    for _ in range(_STEPS):
        if word_class(here) == "VERB" or here.i in contacts or here.head.i == here.i:
            return None
        if here.dep_ in labels.apposition and here.i < span.start:
            return int(here.i)
        here = here.head
    return None


def can_date(placed: Placed, trigger: Trigger) -> bool:
    """Say whether a time is the event's, not only of a noun beside it: "warned of the May ballot"."""
    if placed.noun is None or placed.noun in {trigger.token.i, *_won(trigger)}:
        return True
    noun = trigger.token.doc[placed.noun]
    before = opening(noun)
    return before in {"at", "during"} or (before in {"in", "on"} and has_lemma(noun, _SPOKEN))


def _won(trigger: Trigger) -> list[int]:
    """Return what is signed, or won, whose day is the signing's: "signed the 2015 accord"."""
    if trigger.entry.kind not in {"agreement", "election"} or trigger.verb is None:
        return []
    return [c.i for c in trigger.verb.children if c.i > trigger.verb.i]
