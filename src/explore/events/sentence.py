"""Stretches of a sentence around a token, found without walking the whole sentence.

spaCy's `token.sent` looks for both ends each time, which takes quadratic time in a text that has no
sentence ends; these take the time of the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def before(token: Token, most: int) -> Span:
    """Return at most so many tokens before a token, from its sentence."""
    doc, start = token.doc, token.i
    while start > 0 and token.i - start < most and not doc[start].is_sent_start:
        start -= 1
    return doc[start : token.i]


def after(token: Token, most: int) -> Span:
    """Return at most so many tokens after a token, from its sentence."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and end - token.i <= most and not doc[end].is_sent_start:
        end += 1
    return doc[token.i + 1 : end]


def bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return for each token the first token of its sentence and the one after its last."""
    found: list[tuple[int, int]] = []
    start = 0
    for i in range(1, len(doc) + 1):
        if i == len(doc) or doc[i].is_sent_start:
            found += [(start, i)] * (i - start)
            start = i
    return found
