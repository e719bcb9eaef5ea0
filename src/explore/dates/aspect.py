"""Where one form of a verb points: its tense, its aspect and what helps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.beside import FINITE_PAST, FUTURE, MAY, NOW, PAST, WILL, WOULD, is_past
from explore.dates.grammar import verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRESENT = frozenset({"VBZ", "VBP"})
_FINITE = _PRESENT | {FINITE_PAST, "MD"}
_HAVE = frozenset({"have", "'ve", "’ve"})
_NOT = frozenset({"not", "n't", "n’t", "never", "only"})


def of_verb(verb: Token, auxiliaries: frozenset[str]) -> int | None:
    """Return where one verb points; None where it takes its time from the verb above."""
    aux = [c for c in verb.children if c.dep_ in auxiliaries]
    said = {c.lower_ for c in aux}
    lemma = verb.lemma_.lower()
    have = any(c.lemma_.lower() in _HAVE or c.lower_ in _HAVE for c in aux)
    if said & WILL:
        return FUTURE
    if "could" in said:
        return PAST if have else NOW
    if said & (WOULD | MAY):
        silent = lemma in verbs("report") and any(child.lower_ in _NOT for child in verb.children)
        return PAST if have or silent else FUTURE  # "would not say on Friday"
    if plans(verb) and (
        verb.tag_ == "VBN"
        or verb.pos_ in {"ADJ", "NOUN"}
        or any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    ):
        return FUTURE
    if have:
        return PAST
    if verb.tag_ == "VB" or any(c.tag_ == "TO" for c in verb.children):
        return _of_infinitive(verb, aux)
    if verb.tag_ == FINITE_PAST and not is_past(verb) and not aux:
        return FUTURE
    if verb.tag_ == FINITE_PAST or any(c.tag_ == FINITE_PAST for c in aux):
        supposed = any(c.lower_ == "if" and c.i < verb.i for c in verb.children)
        return FUTURE if supposed and any(c.lower_ in WOULD for c in verb.head.children) else PAST
    return _of_present(verb, lemma, any(c.tag_ in _PRESENT for c in aux))


def _of_present(verb: Token, lemma: str, present: bool) -> int | None:
    """Return where a present form or a participle points, beside a present auxiliary or not."""
    if verb.tag_ == "VBN" and lemma == "follow" and not present:
        return None  # "opens in Rome on Friday, followed by a match on Sunday"
    if verb.tag_ == "VBN":
        return NOW if present or any(c.lower_ == "being" for c in verb.children) else PAST
    if verb.tag_ == "VBG":
        after = any(c.lower_ in verbs("after") and c.i < verb.i for c in verb.children)
        ahead = any(c.lower_ in WILL | WOULD for c in verb.head.children)
        return FUTURE if present else PAST if after and not ahead else None
    if verb.tag_ in _PRESENT:
        if lemma in verbs("report") - verbs("appointment") or lemma == "follow":
            return PAST
        return NOW if lemma in {"be", "have"} else FUTURE
    return NOW if present else None


def _of_infinitive(verb: Token, aux: list[Token]) -> int | None:
    """Return where "to meet" points: ahead of a plan; in "managed to meet" the verb above tells."""
    above = verb.head
    if above.lower_ == "let" and above.tag_ == "VB" and not any(c.tag_ == "TO" for c in verb.children):
        return FUTURE  # "Let's defeat her in November"
    if any(c.lemma_.lower() == "be" and c.tag_ in _PRESENT | {FINITE_PAST} and c.i < verb.i for c in aux):
        return FUTURE
    if heads(verb):
        return FUTURE
    if above == verb:
        return NOW
    if any(c.lower_ in {"did", "does", "do"} for c in aux):
        return PAST if any(c.lower_ == "did" for c in aux) else NOW
    lemma = above.lemma_.lower()
    passive = any(c.lower_ == "be" for c in aux)
    if (
        above.tag_ == FINITE_PAST
        and lemma in verbs("act")
        and verb.lemma_.lower() not in verbs("appointment")
        and not passive
    ):
        return PAST
    if lemma in verbs("plan") or lemma in verbs("ahead"):
        return NOW if any(c.lower_ == "had" and c.i < above.i for c in above.children) else FUTURE
    if lemma in verbs("report") and above.pos_ != "NOUN":
        return NOW  # "called on them to boycott Sunday's vote"
    if lemma in verbs("fact"):
        return None
    if passive and (above.pos_ in {"NOUN", "PROPN", "ADJ"} or above.tag_ == "VBG"):
        return FUTURE
    if verb.dep_ == "xcomp" and (above.tag_ in _PRESENT or lemma == "be"):
        return FUTURE
    return None


def heads(verb: Token) -> bool:
    """Say whether an infinitive is all there is, as in a headline: "Leaders to meet Saturday"."""
    above = verb.head
    if verb.tag_ != "VB" or not any(child.tag_ == "TO" for child in verb.children):
        return False
    if any(child.tag_ in _FINITE for child in above.children):
        return False
    if above == verb:
        return any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)
    return above.head == above and above.pos_ in {"NOUN", "PROPN", "ADJ"}


def in_present(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """Say whether a verb is in the present, which looks ahead only with a time of its own."""
    aux = {c.lower_ for c in verb.children if c.dep_ in auxiliaries}
    return not aux & (WILL | WOULD | MAY) and (verb.tag_ in _PRESENT or verb.tag_ == "VBG")


def is_now(verb: Token) -> bool:
    """Say whether something is now: "it is out", "it is closed"."""
    if verb.tag_ in _PRESENT:
        return verb.lemma_.lower() == "be"
    return any(c.lemma_.lower() == "be" and c.tag_ in _PRESENT and c.i < verb.i for c in verb.children)


def is_sure(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """Say whether a verb leaves no doubt: all is ahead in "will meet", "is to meet", "is due to meet"."""
    aux = [child for child in verb.children if child.dep_ in auxiliaries]
    if heads(verb) or (verb.lemma_ == "turn" and any(child.like_num for child in verb.children)):
        return True  # "he turns 60 on Monday"
    to = any(child.tag_ == "TO" for child in verb.children)
    bare = verb.tag_ == "VB" or (to and verb.tag_ == "VBN")  # "is to meet", "is to be published"
    if any(child.lower_ in WILL or (bare and child.tag_ in _PRESENT) for child in aux):
        return True
    if to and verb.tag_ == "VBN" and not aux[1:] and verb.head.pos_ == "NOUN":
        return True  # "a report to be published on Monday"
    plan = verb if plans(verb) else verb.head
    if not plans(verb) and (plan == verb or all(child.tag_ != "TO" for child in verb.children)):
        return False
    return plan.tag_ in _PRESENT or any(
        child.tag_ in _PRESENT and child.dep_ in auxiliaries for child in plan.children
    )


def plans(verb: Token) -> bool:
    """Say whether a verb tells a plan: "set for Friday", not "set up on Friday"."""
    return verb.lemma_.lower() in verbs("plan") and not any(child.tag_ == "RP" for child in verb.children)
