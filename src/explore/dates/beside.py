"""Which way from now the words beside a time expression point: "since Monday", "due for release Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.grammar import verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Behind and ahead, surely or as far as the words tell.
SURELY_PAST, PAST, NOW, FUTURE, SURELY_AHEAD = -2, -1, 0, 1, 2
WILL = frozenset({"will", "wo", "shall", "'ll", "’ll", "ll"})
WOULD = frozenset({"would", "'d", "’d"})
MAY = frozenset({"may", "might", "can", "should", "must", "ca", "need"})
FINITE_PAST = "VBD"
_AHEAD = frozenset(
    {"planned", "scheduled", "upcoming", "proposed", "forthcoming", "expected", "slated", "coming"}
)
_AWAITED = frozenset({"expected", "possible", "potential", "upcoming", "forthcoming"})
_DUE = dict.fromkeys(
    ("to", "for"), frozenset({"due", "set", "slated", "scheduled", "planned", "poised", "bound"})
)
_DUE |= dict.fromkeys(("in", "at", "before", "back"), frozenset({"due", "expected"}))
_LIMIT = frozenset({"until", "till", "through"})
_WAS = frozenset({"was", "were", "been", "being"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLOSING = frozenset({".", ";", "!", "?", "”", '"'})
_SMALL = frozenset({"on", "at", "in", "over", "during", "here", "there"})
_CLOSED = frozenset({"price", "level", "rate", "value"})  # "Thursday's closing price"
_NEAR, _CLAUSE, _BEHIND, _FIRST = 4, 8, 6, 24


def beside(span: Span) -> int | None:
    """Return where the words beside an expression put it; None where they do not tell.

    Parameters
    ----------
    span : spacy.tokens.Span
        The time expression.
    """
    doc = span.doc
    before = [doc[i].lower_ for i in range(max(span.start - _NEAR, 0), span.start)]
    last = before[-1] if before and before[-1] != "the" else before[-2] if len(before) > 1 else ""
    if _leads(span, "since") or (before[-1:] == ["that"] and not _opens_speech(span)):
        return SURELY_PAST  # "since their win in May", "that October speech"
    if _unforeseen(span):
        return SURELY_PAST
    if last == "come" or before[-3:] == [",", "out", "on"]:
        return SURELY_AHEAD  # "come November, they will vote", "the film, out on Friday, is long"
    if last == "effective" or last in _AHEAD or _leads(span, "ahead of"):
        return FUTURE
    if last == "before" and span.end < len(doc) and doc[span.end].lower_ in {"'s", "’s"}:
        return NOW  # "before Tuesday's vote": of the two Tuesdays the nearer
    return FUTURE if _awaited(span) else _due(doc, span)


def _opens_speech(span: Span) -> bool:
    """Say whether the "that" before an expression opens what was said: "noted that Friday would be wet"."""
    that = span.doc[span.start - 1]
    return that.tag_ != "DT" or (that.i > 0 and span.doc[that.i - 1].lemma_.lower() in verbs("report"))


def _awaited(span: Span) -> bool:
    """Say whether an expression is of something awaited: "an expected clampdown at the weekend"."""
    for word in _clause_before(span)[:_NEAR]:
        if word.tag_ in _FINITE:
            return False
        if word.lower_ in _AWAITED and word.dep_ == "amod":
            return True
    return False


def _unforeseen(span: Span) -> bool:
    """Say whether an expression is of what nobody plans: "Friday's attack", "the crash of March 22"."""
    doc, head, at = span.doc, span.root.head, span.start
    if span.end <= head.i < span.end + _NEAR and _is_unforeseen(head):
        return True
    if at < 2 or doc[at - 1].lower_ not in {"of", "on"} or not _is_unforeseen(doc[at - 2]):
        return False
    return doc[at - 1].lower_ == "of" or any(word.lower_ in verbs("after") for word in _clause_before(span))


def _is_unforeseen(word: Token) -> bool:
    if word.i and word.doc[word.i - 1].lower_ == "closing" and word.lemma_ in _CLOSED:
        return True
    return word.pos_ == "NOUN" and word.lemma_.lower() in verbs("unforeseen")


def no_later(span: Span) -> bool:
    """Say whether a day is the first or last that may be: "as early as Tuesday"."""
    before = [token.lower_ for token in span.doc[max(span.start - 3, 0) : span.start]]
    return before[::2] == ["as", "as"] and before[1] in {"soon", "early", "late"}


def until(span: Span) -> bool:
    """Say whether an expression is the end of something: "until Thursday"."""
    before = [token.lower_ for token in span.doc[max(span.start - 2, 0) : span.start]]
    return bool(before) and (before[-1] in _LIMIT or (before[-1] == "the" and before[0] in _LIMIT))


def touched(span: Span) -> int | None:
    """Return SURELY_PAST where a past form touches it: "said here on Wednesday", "Iran on Sunday vowed"."""
    if _after_name(span):
        return SURELY_PAST
    at = span.start - 1
    while at > 0 and span.start - at <= _NEAR and span.doc[at].lower_ in _SMALL:
        at -= 1
    verb = span.doc[at] if at >= 0 else None
    if verb is None or not is_past(verb) or verb.lemma_.lower() in verbs("plan"):
        return None
    return None if any(child.lower_ == "if" for child in verb.children) else SURELY_PAST


def is_past(verb: Token) -> bool:
    """Say whether a verb is a finite past: not "France open their season", whatever the parse says."""
    if verb.tag_ != FINITE_PAST:
        return False
    return verb.lower_ != verb.lemma_.lower() or verb.lower_ in verbs("alike")


def _after_name(span: Span) -> bool:
    """Say whether an expression stands between a name and its verb in the past: "Iran on Sunday vowed"."""
    doc, at = span.doc, span.start - 1
    if at > 0 and doc[at].lower_ in {"on", "in"}:
        at -= 1
    return at >= 0 and doc[at].pos_ == "PROPN" and span.end < len(doc) and doc[span.end].tag_ == FINITE_PAST


def will_before(span: Span) -> bool:
    """Say whether "will" stands before an expression that hangs on no verb, as in a headline parsed badly."""
    for i in range(span.start - 1, max(span.start - 11, -1), -1):
        token = span.doc[i]
        if token.is_space or token.text in _CLOSING:
            return False
        if token.lower_ in WILL:
            return True
    return False


def opens(span: Span) -> int:
    """Return the direction of the first verb behind a time that opens its sentence, parsed badly."""
    doc, at = span.doc, span.start - (span.start > 0 and span.doc[span.start - 1].lower_ == "on")
    if not doc[at].is_sent_start:
        return NOW
    for token in doc[span.end : span.end + _FIRST]:
        if token.is_space or token.text in {".", "!", "?"}:
            break
        if token.tag_ in _FINITE:
            return PAST if token.tag_ == FINITE_PAST else FUTURE if token.lower_ in WILL else NOW
    return NOW


def unparsed(span: Span) -> int:
    """Return the direction by the nearest word before or after that shows a tense, without a parse."""
    doc = span.doc
    for i in (
        *range(span.start - 1, max(span.start - 13, -1), -1),
        *range(span.end, min(span.end + _BEHIND, len(doc))),
    ):
        word = doc[i].lower_
        if word in {".", "!", "?", ";"} and i >= span.end:
            break
        if word in WILL:
            return SURELY_AHEAD
        if word in WOULD or word in verbs("plan"):
            return FUTURE
        if word in {"said", "was", "were", "had", "told", "met", "held"} or (
            len(word) > 4 and word.endswith("ed")
        ):
            return PAST
    return NOW


def _leads(span: Span, words: str) -> bool:
    """Say whether some words lead to an expression with no verb between: "ahead of a summit on Thursday"."""
    *first, last = words.split()
    for token in _clause_before(span):
        if token.tag_.startswith("VB"):
            return False
        if token.lower_ == last and (not first or (token.i and span.doc[token.i - 1].lower_ == first[0])):
            return True
    return False


def _due(doc: Doc, span: Span) -> int | None:
    """Return where "due for release Thursday", "set to open Saturday", "scheduled for Friday" put it."""
    for token in _clause_before(span):
        if token.tag_ in _FINITE:
            return None
        if token.lower_ == "delivery":
            return FUTURE  # "oil for delivery in December fell"
        if token.i and doc[token.i - 1].lower_ in _DUE.get(token.lower_, ()):
            before = {doc[i].lower_ for i in range(max(token.i - 4, 0), token.i - 1)}
            return NOW if "had" in before else FUTURE if before & _WAS else SURELY_AHEAD
    return None


def _clause_before(span: Span) -> list[Token]:
    """Return the words before an expression up to a mark, the nearest first."""
    words: list[Token] = []
    for i in range(span.start - 1, max(span.start - _CLAUSE, 0) - 1, -1):
        if span.doc[i].is_punct and span.doc[i].text not in {"-", "’"}:
            break
        words.append(span.doc[i])
    return words
