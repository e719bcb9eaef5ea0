"""Which way from now a clause points: the tense and aspect of the verb that governs a time expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.beside import (
    FINITE_PAST,
    FUTURE,
    MAY,
    NOW,
    PAST,
    SURELY_AHEAD,
    SURELY_PAST,
    WILL,
    WOULD,
    beside,
    no_later,
    touched,
    unparsed,
    until,
    will_before,
)
from explore.dates.grammar import verbs

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PRESENT = frozenset({"VBZ", "VBP"})
_HAVE = frozenset({"have", "'ve", "’ve"})
_NOT = frozenset({"not", "n't", "n’t", "never", "only"})
_DEEP, _CLAUSES, _NEAR = 12, 4, 4


def governing_verb(token: Token) -> Token | None:
    """Return the verb that a word hangs on, stepping over coordination and prepositions."""
    if not token.has_dep():  # spaCy cannot walk where there is no parse
        return None
    here = token
    for _ in range(_DEEP):
        if here.tag_.startswith(("VB", "MD")) and here.dep_ not in {
            "amod",
            "aux",
            "aux:pass",
            "cop",
            "auxpass",
        }:
            return here
        if any(child.dep_ in {"cop", "aux"} for child in here.children):
            return here
        if here.head == here:
            return None
        here = here.head
    return None


def direction(span: Span, auxiliaries: frozenset[str]) -> int:
    """Return where an expression lies: behind -1, ahead 1, surely so -2 or 2, where the words do not tell 0.

    Parameters
    ----------
    span : spacy.tokens.Span
        The time expression.
    auxiliaries : frozenset of str
        The dependency labels of auxiliaries in the scheme of the parse.
    """
    told = beside(span)
    if told is not None:
        return told
    if not span[0].has_dep():
        return unparsed(span)
    if until(span):
        return _limit(span)
    if (told := touched(span)) is not None:
        return told
    verb = governing_verb(span.root)
    if verb is not None and _plans(verb) and _as(verb):
        verb = governing_verb(verb.head)  # "began as planned on Friday"
    direct = verb is not None and verb in _heads(span.root)
    own = True  # the verb that the time hangs on, or one that it completes: "will begin to vote"
    for step in range(_CLAUSES):
        if verb is None:
            break
        if not step and (told := _of_plan(verb, span)) is not None:
            return told
        way = _of_verb(verb, auxiliaries)
        if way is not None:
            own = own and direct and (way > 0 or not step)
            if way == FUTURE and not direct and _present(verb, auxiliaries):
                return NOW
            return _seen_from(span, verb, way, own, auxiliaries)
        if verb.head == verb:
            break
        own = own and verb.dep_ == "xcomp"
        verb = governing_verb(verb.head)
    return FUTURE if no_later(span) or (verb is None and will_before(span)) else NOW


def _heads(root: Token) -> tuple[Token, ...]:
    """Return what a time hangs on, whether the parse puts its preposition between or not."""
    return (root.head, root.head.head) if root.dep_ == "pobj" else (root.head,)


def _seen_from(span: Span, verb: Token, way: int, own: bool, auxiliaries: frozenset[str]) -> int:
    """Return where an expression lies, given where a verb points and whether it is the time of that verb."""
    if way == FUTURE:
        if _within_name(span):
            return NOW
        before = [token.lower_ for token in span.doc[max(span.start - 2, 0) : span.start]]
        begins = before[-1:] == ["from"] and before[0] not in {"aside", "apart"}
        return SURELY_AHEAD if own and (begins or _sure(verb, auxiliaries)) else FUTURE
    by = span.start and span.doc[span.start - 1].lower_ == "by"
    if by and verb.tag_ == "VB":
        return FUTURE
    if way == PAST and verb.tag_ == "VB" and not any(token.like_num for token in span):
        return NOW  # "agreed to sell it in February" may be either
    if way == PAST:
        return SURELY_PAST if own and verb.tag_ != "VB" and not _within_name(span) else PAST
    return FUTURE if by or no_later(span) else way


def _within_name(span: Span) -> bool:
    """Say whether an expression stands before the noun it belongs to: "a June agreement"."""
    head = span.root.head
    if head.i < span.end or head.pos_ not in {"NOUN", "PROPN"} or span.root.dep_.startswith("obl"):
        return False
    return not any(token.is_punct for token in span.doc[span.end : head.i])


def _sure(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """Say whether a verb leaves no doubt: all is ahead in "will meet", "is to meet", "is due to meet"."""
    aux = [child for child in verb.children if child.dep_ in auxiliaries]
    if any(child.lower_ in WILL or (verb.tag_ == "VB" and child.tag_ in _PRESENT) for child in aux):
        return True
    plan = verb if _plans(verb) else verb.head
    if plan == verb and not _plans(verb):
        return False
    return plan.tag_ in _PRESENT or any(
        child.tag_ in _PRESENT and child.dep_ in auxiliaries for child in plan.children
    )


def _plans(verb: Token) -> bool:
    """Say whether a verb tells a plan: "set for Friday", not "set up on Friday"."""
    return verb.lemma_.lower() in verbs("plan") and not any(child.tag_ == "RP" for child in verb.children)


def _as(verb: Token) -> bool:
    return any(child.lower_ == "as" and child.i < verb.i for child in verb.children)


def _limit(span: Span) -> int:
    """Return where the end of something lies: "was held until Friday", "was postponed until Friday"."""
    verb = governing_verb(span.root)
    if verb is None:
        return FUTURE
    if verb.tag_ == "VB" or verb.lemma_.lower() in verbs("plan") | verbs("goes_on"):
        return SURELY_AHEAD
    helping = {child.lower_ for child in verb.children}
    if "had" in helping or (span.doc[span.start - 1].lower_ == "through" and helping & {"have", "has"}):
        return PAST
    return PAST if verb.tag_ == FINITE_PAST and verb.lemma_.lower() not in verbs("report") else FUTURE


def _of_plan(verb: Token, span: Span) -> int | None:
    """Return whether a plan was made at that time or for it: "on Sunday ordered them to leave"."""
    lemma = verb.lemma_.lower()
    last = span.doc[span.start - 1].lower_ if span.start else ""
    if last == "for" and (_plans(verb) or lemma in verbs("convene")):
        had = any(child.lower_ == "had" for child in verb.children)
        return NOW if had else FUTURE  # "called a strike for Monday"
    if verb.tag_ == "VBN" and lemma in verbs("act") | verbs("defer"):
        other = any(c.dep_ == "xcomp" or c.lower_ in WILL | WOULD | MAY for c in verb.children)
        return None if other else FUTURE if last in {"to", "till", "by"} else PAST
    if verb.tag_ != FINITE_PAST or not _plans(verb):
        return None
    if last in {"till", "by", "to"} or lemma in verbs("wish"):
        return FUTURE  # "on Friday the government planned to pay"
    if span.start < verb.i or span.start - verb.i <= _NEAR:
        return SURELY_PAST
    return FUTURE if lemma in verbs("appoint") else None


def _of_verb(verb: Token, auxiliaries: frozenset[str]) -> int | None:
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
    if _plans(verb) and (
        verb.tag_ == "VBN"
        or verb.pos_ in {"ADJ", "NOUN"}
        or any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    ):
        return FUTURE
    if have:
        return PAST
    if verb.tag_ == "VB" or any(c.tag_ == "TO" for c in verb.children):
        return _of_infinitive(verb, aux)
    if verb.tag_ == FINITE_PAST or any(c.tag_ == FINITE_PAST for c in aux):
        supposed = any(c.lower_ == "if" and c.i < verb.i for c in verb.children)
        return FUTURE if supposed and any(c.lower_ in WOULD for c in verb.head.children) else PAST
    return _of_present(verb, lemma, any(c.tag_ in _PRESENT for c in aux))


def _of_present(verb: Token, lemma: str, present: bool) -> int | None:
    """Return where a present form or a participle points, beside a present auxiliary or not."""
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


def _present(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """Say whether a verb is in the present, which looks ahead only with a time of its own."""
    aux = {c.lower_ for c in verb.children if c.dep_ in auxiliaries}
    return not aux & (WILL | WOULD | MAY) and (verb.tag_ in _PRESENT or verb.tag_ == "VBG")


def _of_infinitive(verb: Token, aux: list[Token]) -> int | None:
    """Return where "to meet" points: ahead of a plan; in "managed to meet" the verb above tells."""
    above = verb.head
    if any(c.lemma_.lower() == "be" and c.tag_ in _PRESENT | {FINITE_PAST} and c.i < verb.i for c in aux):
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
    if lemma in verbs("report"):
        return NOW  # "called on them to boycott Sunday's vote"
    if lemma in verbs("fact"):
        return None
    if passive and (above.pos_ in {"NOUN", "PROPN", "ADJ"} or above.tag_ == "VBG"):
        return FUTURE
    if verb.dep_ == "xcomp" and (above.tag_ in _PRESENT or lemma == "be"):
        return FUTURE
    return None
