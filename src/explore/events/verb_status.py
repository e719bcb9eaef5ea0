"""Whether what a verb says happened, is planned or denied, or is only wished or supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.effects import as_status, effect_of, is_negated
from explore.events.forms import has_lemma
from explore.events.governors import governors
from explore.events.sentence import after, before
from explore.events.wordclass import word_class
from explore.events.words import (
    CONDITION,
    CONFIRMS,
    DUE,
    FUTURE,
    IMAGINED,
    ITINERARY,
    LASTS,
    MEANT,
    MODAL,
    NEGATION,
    NO,
    REFUTES,
    REPORTS,
    UNTRUE,
    WOULD,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.event import Status

_STEPS, _MODIFIERS = 5, 6
_NEAR = 8  # tokens from a verb to its day


def status_of_verb(verb: Token, occurs: bool, steps: int = _STEPS) -> Status | None:
    """Return the status that a verb and what stands above it give; `occurs` where its subject is the event.

    None where it is no asserted event.
    """
    if occurs and not has_lemma(verb, governors()["occur", "verb"]):
        effect = effect_of(verb, "verb")
        if effect and not is_negated(verb):
            return as_status(effect)
    own = _of_form(verb, steps)
    if occurs and own == "denied" and has_lemma(verb, LASTS) and verb.tag_ != "VBN":
        own = "happened"  # "the conversation did not continue"
    if own == "planned" and _came_to_nothing(verb):
        return "denied"
    if own == "happened" and _is_on_the_calendar(verb):
        return "planned"
    if own == "planned" and _is_unconfirmed(verb.head):
        return None  # "a report that he would travel on could not be confirmed"
    return _of_matrix(verb, steps) if own == "happened" and steps else own


def _of_form(verb: Token, steps: int) -> Status | None:
    """Return what a verb's own auxiliaries, negation and markers say."""
    left = [c for c in verb.children if c.i < verb.i]
    if any(c.lower_ in CONDITION for c in verb.children) or has_condition(verb):
        return None
    negated = is_negated(verb)
    if any(c.lower_ in MODAL for c in left):
        return "denied" if negated else None
    if _is_hypothetical(verb, left):
        return None
    if negated:
        return "denied"
    if steps and _is_joined_infinitive(verb, left):
        return status_of_verb(verb.head, False, steps - 1)
    if verb.tag_ == "VBG" and verb.dep_ == "ROOT" and not any(c.dep_.startswith("aux") for c in left):
        return "planned"  # a headline: "Kerry heading to Ukraine"
    if any(c.lower_ in FUTURE for c in left):
        return "planned"
    # "had been due to meet" hangs "to" on "due".
    marks = [*left, *(g for c in left if c.lower_ in DUE for g in c.children)]
    to = next((c for c in marks if c.lower_ == "to" and c.i < verb.i), None)
    if to is not None:
        return _of_infinitive(verb, to, steps)
    return "happened"


def _is_hypothetical(verb: Token, left: list[Token]) -> bool:
    """Say whether a verb tells what would be: "would have met", "says he'd sit Putin down"."""
    if not any(c.lower_ in WOULD and c.tag_ == "MD" for c in left):
        return False
    perfect = any(c.lower_ == "have" for c in left)
    return perfect or (verb.dep_ == "ccomp" and verb.head.tag_ in {"VBZ", "VBP"})


def _is_joined_infinitive(verb: Token, left: list[Token]) -> bool:
    """Say whether a verb shares the "to" of the one it is joined to: "asked them to rise and pledge"."""
    bare = not any(c.dep_.startswith("aux") or c.lower_ == "to" or c.dep_.startswith("nsubj") for c in left)
    return verb.tag_ == "VB" and verb.dep_ == "conj" and bare and word_class(verb.head) == "VERB"


def _of_infinitive(verb: Token, to: Token, steps: int) -> Status | None:
    """Return what governs an infinitive: "is to meet", "plans to meet", "refused to meet"."""
    doc = verb.doc
    left = doc[to.i - 1] if to.i > 0 and not to.is_sent_start else None
    if left is not None and left.lower_ in NEGATION and to.i > 1:
        left = doc[to.i - 2]  # "is not to meet"
    if left is not None and (left.lemma_ == "be" or left.lower_ == "going" or left.lower_ in DUE):
        return "denied" if is_negated(left) or is_negated(verb) else "planned"
    head = verb.head
    if head.i == verb.i or (word_class(head) in {"NOUN", "PROPN"} and head.dep_ == "ROOT"):
        return "planned"  # a headline: "Ministers to meet in Baghdad"
    if word_class(head) in {"VERB", "AUX"}:
        effect = effect_of(head, "verb")
        if effect == "denied":
            return "happened" if is_negated(head) else "denied"
        if effect:
            return "denied" if effect == "planned" and is_negated(head) else as_status(effect)
        return status_of_verb(head, False, steps - 1) if steps else None
    if word_class(head) == "ADJ":
        return as_status(effect_of(head, "adjective") or "unreal")
    if word_class(head) == "PROPN" and any(c.dep_ == "cop" for c in head.children):
        return status_of_verb(head, False, steps - 1) if steps else None  # "was in Abuja to see Tinubu"
    effect = effect_of(head, "noun") or "unreal"
    if effect == "planned" and any(t.lower_ in NO for t in before(head, 3)):
        return "denied"  # "have no plans to meet"
    return as_status(effect)


def _of_matrix(verb: Token, steps: int) -> Status | None:
    """Return what the clauses above a verb make of it: denied, wished, only a condition."""
    here = verb
    for _ in range(_STEPS):
        head = here.head
        if is_untrue(head):
            return "denied"
        if head.i == here.i or here.dep_ in {"conj", "parataxis", "acl:relcl", "relcl"}:
            return "happened"
        if here.dep_ == "ccomp" and word_class(head) == "VERB":
            if has_lemma(head, frozenset({"deny"})):
                return "denied"
            if has_lemma(head, IMAGINED):
                return None
        if verb.tag_ == "VBG" and here.dep_ == "xcomp" and effect_of(head, "verb") == "denied":
            return "happened" if is_negated(head) else "denied"  # "denies calling the minister"
        if here.dep_ == "advcl" and verb.tag_ in {"VBZ", "VBP", "VBG"} and _is_ahead(head):
            return "planned"  # "will see him before she flies to Manila"
        if any(c.lower_ in CONDITION for c in head.children):
            return None
        if here.dep_ == "xcomp" and here.tag_ not in {"VBD", "VBZ", "VBP"}:
            return status_of_verb(head, False, steps - 1)
        here = head
    return "happened"


def _came_to_nothing(verb: Token) -> bool:
    """Say whether something meant to happen did not: "was supposed to meet him, but she left early"."""
    head = verb.head
    meant = head.dep_ != "conj" and (has_lemma(head, MEANT) or head.lower_ in DUE)
    was = any(c.lower_ in {"was", "were", "had"} for c in head.children)
    but = (c for c in head.children if c.dep_ == "conj" and any(g.lower_ == "but" for g in c.children))
    return (
        meant
        and was
        and any(c.tag_ == "VBD" or any(g.lower_ in {"was", "were"} for g in c.children) for c in but)
    )


def _is_on_the_calendar(verb: Token) -> bool:
    """Say whether the present tells of a day ahead: "Macron, who flies to Washington on Monday"."""
    if verb.dep_ not in {"acl:relcl", "relcl"} or verb.tag_ not in {"VBZ", "VBP"}:
        return False
    near = after(verb, _NEAR)
    return has_lemma(verb, ITINERARY) and any(t.ent_type_ == "DATE" for t in near)


def _is_ahead(verb: Token) -> bool:
    return any(c.lower_ in FUTURE for c in verb.children)


def has_condition(verb: Token) -> bool:
    """Say whether an if-clause hangs on a verb, or "if" opens its clause where the parse lost it."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ in CONDITION for c in child.children):
            return True
    for token in reversed(before(verb, _MODIFIERS)):
        if token.is_punct or word_class(token) == "VERB":
            return False
        if token.lower_ in CONDITION:
            return True
    return False


def is_untrue(report: Token) -> bool:
    """Say whether a report is said to be false: "reports that … are false", "rumours of … are unfounded"."""
    head = report.head
    if head.i == report.i or not has_lemma(report, REPORTS):
        return False
    return has_lemma(head, UNTRUE) or (has_lemma(head, REFUTES) and not is_negated(head))


def _is_unconfirmed(report: Token) -> bool:
    return has_lemma(report, REPORTS) and has_lemma(report.head, CONFIRMS) and is_negated(report.head)
