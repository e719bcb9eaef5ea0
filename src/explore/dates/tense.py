"""Which way from now a clause points: the tense and aspect of the verb that governs a time expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.aspect import in_present, is_now, is_sure, of_verb, plans
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
    opens,
    touched,
    unparsed,
    until,
    will_before,
)
from explore.dates.grammar import verbs, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLOSED = frozenset({"”", '"', "''", "’’"})
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
    told = touched(span)
    return _by_verb(span, auxiliaries) if told is None else told


def _by_verb(span: Span, auxiliaries: frozenset[str]) -> int:
    """Return where an expression lies by the verb it hangs on, or the first above it that tells a time."""
    verb = _cleft(span) or _out_of_quote(span, governing_verb(span.root))
    if verb is not None and plans(verb) and _as(verb):
        verb = governing_verb(verb.head)  # "began as planned on Friday"
    direct = verb is not None and (verb in _heads(span.root) or verb.head == span.root)
    own = True  # the verb that the time hangs on, or one that it completes: "will begin to vote"
    for step in range(_CLAUSES):
        if verb is None:
            break
        if not step and (told := _of_plan(verb, span)) is not None:
            return told
        way = of_verb(verb, auxiliaries)
        if way == PAST and direct and not step and verb.lemma_ == "follow" and verb.tag_ in {"VBP", "VBZ"}:
            return FUTURE  # "the primaries that follow in March"
        if way == NOW and direct and not step and is_now(verb) and not _within_name(span):
            return SURELY_AHEAD  # "the vote is on Sunday", said on a Monday
        if way == FUTURE and not direct and in_present(verb, auxiliaries):
            return NOW
        if way is not None:
            own = own and direct and (way > 0 or not step)
            return _seen_from(span, verb, way, own, auxiliaries)
        own = own and verb.dep_ == "xcomp"
        verb = governing_verb(verb.head) if verb.head != verb else None
    if no_later(span):
        return SURELY_AHEAD
    return NOW if verb is not None else FUTURE if will_before(span) else opens(span)


def _out_of_quote(span: Span, verb: Token | None) -> Token | None:
    """Return the verb of the words around a quote for a time that the parse hangs on one within it."""
    if verb is None or verb.i >= span.start:
        return verb
    between = span.doc[verb.i : span.start]
    mark = next((i for i in range(len(between) - 1, -1, -1) if between[i].text in _CLOSED), None)
    after = between[mark + 1 :] if mark is not None else ()
    return next((word for word in after if word.tag_ == FINITE_PAST), verb)


def _cleft(span: Span) -> Token | None:
    """Return the verb of "it is on Monday that the court will hear him"."""
    if not any(child.lower_ == "it" for child in span.root.lefts):
        return None
    return next(
        (verb for verb in span.root.rights if any(word.lower_ == "that" for word in verb.lefts)), None
    )


def _heads(root: Token) -> tuple[Token, ...]:
    """Return what a time hangs on, whether the parse puts its preposition between or not."""
    return (root.head, root.head.head) if root.dep_ == "pobj" else (root.head,)


def _seen_from(span: Span, verb: Token, way: int, own: bool, auxiliaries: frozenset[str]) -> int:
    """Return where an expression lies, given where a verb points and whether it is the time of that verb."""
    if way == FUTURE:
        if _within_name(span):
            ahead = span.root.head.lemma_.lower() in verbs("coming") and not _names_weekday(span)
            return FUTURE if ahead else NOW
        before = [token.lower_ for token in span.doc[max(span.start - 2, 0) : span.start]]
        if no_later(span):
            return SURELY_AHEAD  # "could come as early as Monday"
        begins = before[-1:] == ["from"] and before[0] not in {"aside", "apart"}
        if own and _takes_place(verb) and not _names_weekday(span):
            return SURELY_AHEAD  # "the law takes effect in January"
        return SURELY_AHEAD if own and (begins or is_sure(verb, auxiliaries)) else FUTURE
    by = span.start and span.doc[span.start - 1].lower_ == "by"
    if by and verb.tag_ == "VB":
        return FUTURE
    if way == PAST and verb.tag_ == "VB" and not any(token.like_num for token in span):
        return NOW  # "agreed to sell it in February" may be either
    if way == PAST and (_closes(span) or _follows(span) or _is_over(span, verb)):
        return SURELY_PAST
    if way == PAST:
        return SURELY_PAST if own and verb.tag_ != "VB" and not _within_name(span) else PAST
    return SURELY_AHEAD if no_later(span) else FUTURE if by else way


def _names_weekday(span: Span) -> bool:
    return any(word.lower_ in words("weekday") for word in span)


def _takes_place(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in verbs("appointment")


def _within_name(span: Span) -> bool:
    """Say whether an expression stands before the noun it belongs to: "a June agreement"."""
    head = span.root.head
    if head.i < span.end or head.pos_ not in {"NOUN", "PROPN"} or span.root.dep_.startswith("obl"):
        return False
    return not any(token.is_punct for token in span.doc[span.end : head.i])


def _closes(span: Span) -> bool:
    """Say whether an expression is the end of a length of time: "in the six months to June"."""
    before = [token.lower_ for token in span.doc[max(span.start - 2, 0) : span.start]]
    return before[-1:] in (["to"], ["through"]) and before[0] in {
        "months",
        "year",
        "quarter",
        "weeks",
        "half",
    }


def _is_over(span: Span, verb: Token) -> bool:
    """Say whether an expression names what was done or was the time of it: "won the January election"."""
    event = span.root.head
    if (
        event.i < span.end
        or verb.lemma_.lower() not in verbs("over")
        or verb.tag_ not in {FINITE_PAST, "VBN"}
    ):
        return False
    if event.dep_ in {"obj", "dobj"}:
        return event.head == verb
    place = next((word.lower_ for word in event.lefts if word.pos_ == "ADP"), event.head.lower_)
    return place in {"in", "during", "at"} and verb in {event.head, event.head.head}


def _follows(span: Span) -> bool:
    """Say whether something was after an expression: "fell after the April elections"."""
    before = span.doc[max(span.start - 3, 0) : span.start]
    return any(
        word.lower_ in verbs("after")
        and not any(w.tag_[:2] == "VB" for w in span.doc[word.i + 1 : span.start])
        for word in before
    )


def _as(verb: Token) -> bool:
    return any(child.lower_ == "as" and child.i < verb.i for child in verb.children)


def _limit(span: Span) -> int:
    """Return where the end of something lies: "was held until Friday", "was postponed until Friday"."""
    verb = governing_verb(span.root)
    if verb is None:
        return FUTURE
    if any(child.lower_ == "did" for child in verb.children):
        return PAST  # "did not know until Friday"
    lasts = is_now(verb) or (verb.tag_ == "VBZ" and span.doc[span.start - 1].lower_ != "through")
    if verb.tag_ == "VB" or verb.lemma_.lower() in verbs("plan") | verbs("goes_on") or lasts:
        return SURELY_AHEAD
    helping = {child.lower_ for child in verb.children}
    if "had" in helping or (span.doc[span.start - 1].lower_ == "through" and helping & {"have", "has"}):
        return PAST
    return PAST if verb.tag_ == FINITE_PAST and verb.lemma_.lower() not in verbs("report") else FUTURE


def _of_plan(verb: Token, span: Span) -> int | None:
    """Return whether a plan was made at that time or for it: "on Sunday ordered them to leave"."""
    lemma = verb.lemma_.lower()
    last = span.doc[span.start - 1].lower_ if span.start else ""
    if last == "for" and (plans(verb) or lemma in verbs("convene")):
        had = any(child.lower_ == "had" for child in verb.children)
        return NOW if had else FUTURE  # "called a strike for Monday"
    if last in {"to", "till"} and lemma in verbs("goes_on"):
        return FUTURE  # "extended the ban to Friday"
    if verb.tag_ == "VBN" and lemma in verbs("act") | verbs("defer"):
        other = any(c.dep_ == "xcomp" or c.lower_ in WILL | WOULD | MAY for c in verb.children)
        return None if other else FUTURE if last in {"to", "till", "by"} else PAST
    if verb.tag_ != FINITE_PAST or not plans(verb):
        return None
    if last in {"till", "by", "to"} or lemma in verbs("wish"):
        return FUTURE  # "on Friday the government planned to pay"
    if span.start < verb.i or span.start - verb.i <= _NEAR:
        return SURELY_PAST
    return FUTURE if lemma in verbs("appoint") else None
