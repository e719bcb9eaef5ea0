"""Which way from now a clause points: the tense and aspect of the verb that governs a time expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.grammar import verbs

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PAST, NOW, FUTURE = -1, 0, 1
_WILL = frozenset({"will", "wo", "shall", "'ll", "’ll", "ll"})
_WOULD = frozenset({"would", "'d", "’d"})
_MAY = frozenset({"may", "might", "can", "should", "must", "ca", "need"})
_PRESENT, _FINITE_PAST = frozenset({"VBZ", "VBP"}), "VBD"
_DEEP = 12

_NEAR = 4


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
    """Return -1 for behind, 1 for ahead and 0 where the words do not tell.

    Parameters
    ----------
    span : spacy.tokens.Span
        The time expression.
    auxiliaries : frozenset of str
        The dependency labels of auxiliaries in the scheme of the parse.
    """
    beside = _beside(span)
    if beside is not None:
        return beside
    if not span[0].has_dep():
        return _unparsed(span)
    if (touching := _right_after(span)) is not None:
        return touching
    verb, first = governing_verb(span.root), True
    direct = verb is not None and verb in {
        span.root.head,
        span.root.head.head if span.root.dep_ == "pobj" else span.root.head,
    }
    last = span.doc[span.start - 1].lower_ if span.start else ""
    for _ in range(4):
        if verb is None:
            break
        if first and _finite_plan(verb, span):
            return PAST
        way = _of_verb(verb, auxiliaries)
        if way == FUTURE and not direct and _present(verb, auxiliaries):
            return NOW
        if way is not None:
            if way == FUTURE and _within_name(span):
                return NOW
            if way == PAST and verb.tag_ == "VB" and not any(token.like_num for token in span):
                return NOW  # "agreed to sell it in February" may be either
            return FUTURE if way != PAST and last == "by" else way
        first = False
        if verb.head == verb:
            break
        verb = governing_verb(verb.head)
    return FUTURE if verb is None and _will_before(span) else NOW


def _will_before(span: Span) -> bool:
    """Say whether "will" stands before an expression that hangs on no verb, as in a headline parsed badly."""
    for i in range(span.start - 1, max(span.start - 11, -1), -1):
        token = span.doc[i]
        if token.is_space or token.text in {".", ";", "!", "?", "”", '"'}:
            return False
        if token.lower_ in _WILL:
            return True
    return False


def _within_name(span: Span) -> bool:
    """Say whether an expression stands before the noun it belongs to: "a June agreement"."""
    head = span.root.head
    return head.i >= span.end and head.pos_ in {"NOUN", "PROPN"}


def _beside(span: Span) -> int | None:
    """Return where the words right beside an expression put it: "since Monday", "the planned May 5 talks"."""
    doc = span.doc
    before = [doc[i].lower_ for i in range(max(span.start - _NEAR, 0), span.start)]
    last = before[-1] if before and before[-1] != "the" else before[-2] if len(before) > 1 else ""
    if last == "since":
        return PAST
    if last == "effective":
        return FUTURE
    if last in {
        "planned",
        "scheduled",
        "upcoming",
        "proposed",
        "forthcoming",
        "expected",
        "slated",
        "coming",
    }:
        return FUTURE
    if _ahead_of(span):
        return FUTURE
    if last in {"until", "till", "through"} or before[-3:] in (
        ["as", "soon", "as"],
        ["as", "early", "as"],
        ["as", "late", "as"],
    ):
        return FUTURE if last not in {"until", "till", "through"} or not _past_verb(span) else PAST
    if (
        before[-1:] == ["for"]
        and before[-2:-1]
        and before[-2] in {"due", "set", "slated", "scheduled", "planned"}
    ):
        return FUTURE
    return None


def _finite_plan(verb: Token, span: Span) -> bool:
    """Say whether the plan itself was made then: "on Sunday ordered them to leave"."""
    if verb.tag_ != _FINITE_PAST or verb.lemma_.lower() not in verbs("plan"):
        return False
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before not in {"for", "until", "till", "by", "to"} and abs(span.start - verb.i) <= _NEAR


def _ahead_of(span: Span) -> bool:
    """Say whether "ahead of" leads to an expression: "ahead of a summit on Thursday"."""
    for i in range(span.start - 1, max(span.start - 8, 0), -1):
        token = span.doc[i]
        if token.tag_.startswith("VB") or token.is_punct:
            return False
        if token.lower_ == "of" and span.doc[i - 1].lower_ == "ahead":
            return True
    return False


def _right_after(span: Span) -> int | None:
    """Return PAST where a past form touches an expression: "Iran on Sunday vowed"."""
    doc = span.doc
    at = span.start - 1
    if at >= 0 and doc[at].lower_ in {"on", "at"}:
        at -= 1
    before = doc[at] if at >= 0 else None
    if before is not None and before.tag_ in {"VBD", "VBN"} and before.lemma_.lower() not in verbs("plan"):
        lead = {doc[i].lower_ for i in range(max(at - 4, 0), at)}
        if not lead & (_WILL | _WOULD | _MAY | {"be", "being", "to", "is", "are"}):
            return PAST
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.tag_ == _FINITE_PAST and after.lower_ != "'d":
        return PAST
    return None


def _past_verb(span: Span) -> bool:
    """Say whether a past form stands right at the governing verb: "was held until Friday"."""
    verb = governing_verb(span.root) if span[0].has_dep() else None
    if verb is None or verb.lemma_.lower() in verbs("plan") | verbs("goes_on"):
        return False
    if any(child.lower_ == "had" for child in verb.children):
        return True
    return verb.tag_ == _FINITE_PAST and verb.lemma_.lower() not in verbs("report")


def _of_verb(verb: Token, auxiliaries: frozenset[str]) -> int | None:
    """Return where one verb points; None where it takes its time from the verb above."""
    aux = [c for c in verb.children if c.dep_ in auxiliaries]
    said = {c.lower_ for c in aux}
    lemma = verb.lemma_.lower()
    have = any(c.lemma_.lower() in {"have", "'ve", "’ve"} or c.lower_ in {"have", "'ve", "’ve"} for c in aux)
    if said & _WILL:
        return FUTURE
    if "could" in said:
        return PAST if have else NOW
    if said & (_WOULD | _MAY):
        return PAST if have else FUTURE
    plan = lemma in verbs("plan")
    if plan and (
        verb.tag_ == "VBN"
        or verb.pos_ in {"ADJ", "NOUN"}
        or any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    ):
        return FUTURE
    if verb.tag_ == "VB" or any(c.tag_ == "TO" for c in verb.children):
        return _of_infinitive(verb, aux)
    if have or verb.tag_ == _FINITE_PAST or any(c.tag_ == _FINITE_PAST for c in aux):
        return PAST
    present = any(c.tag_ in _PRESENT for c in aux)
    if verb.tag_ == "VBN":
        return NOW if present else PAST
    if verb.tag_ == "VBG":
        return FUTURE if present else None
    if verb.tag_ in _PRESENT:
        return (
            PAST
            if lemma in verbs("report") or lemma == "follow"
            else NOW
            if lemma in {"be", "have"}
            else FUTURE
        )
    return NOW if present else None


def _present(verb: Token, auxiliaries: frozenset[str]) -> bool:
    """Say whether a verb is in the present, which looks ahead only with a time of its own."""
    aux = {c.lower_ for c in verb.children if c.dep_ in auxiliaries}
    return not aux & (_WILL | _WOULD | _MAY) and (verb.tag_ in _PRESENT or verb.tag_ == "VBG")


def _of_infinitive(verb: Token, aux: list[Token]) -> int | None:
    """Return where "to meet" points: ahead of a plan; in "managed to meet" the verb above tells."""
    above = verb.head
    if any(c.lemma_.lower() == "be" and c.tag_ in _PRESENT | {_FINITE_PAST} and c.i < verb.i for c in aux):
        return FUTURE
    if above == verb:
        return NOW
    if any(c.lower_ in {"did", "does", "do"} for c in aux):
        return PAST if any(c.lower_ == "did" for c in aux) else NOW
    lemma = above.lemma_.lower()
    if (
        above.tag_ == _FINITE_PAST
        and lemma in verbs("act")
        and verb.lemma_.lower() not in verbs("appointment")
        and not any(c.lower_ == "be" for c in aux)
    ):
        return PAST
    if lemma in verbs("plan") or lemma in verbs("ahead"):
        return NOW if any(c.lower_ == "had" and c.i < above.i for c in above.children) else FUTURE
    if lemma in verbs("fact"):
        return None
    passive = any(c.lower_ == "be" for c in aux)
    if above.pos_ in {"NOUN", "PROPN", "ADJ"} and passive:
        return FUTURE
    if verb.dep_ == "xcomp" and (above.tag_ in _PRESENT or lemma == "be"):
        return FUTURE
    return None


def _unparsed(span: Span) -> int:
    """Return the direction by the nearest word before or after that shows a tense, without a parse."""
    doc = span.doc
    for i in (
        *range(span.start - 1, max(span.start - 13, -1), -1),
        *range(span.end, min(span.end + 6, len(doc))),
    ):
        word = doc[i].lower_
        if word in {".", "!", "?", ";"} and i >= span.end:
            break
        if word in _WILL | _WOULD or word in verbs("plan"):
            return FUTURE
        if word in {"said", "was", "were", "had", "told", "met", "held"} or (
            len(word) > 4 and word.endswith("ed")
        ):
            return PAST
    return NOW
