"""Stretches of a sentence around a token, found without walking the whole sentence.

spaCy's `token.sent` looks for both ends each time, which takes quadratic time in a text that has no
sentence ends; these take the time of the window. A parser's sentence ends that no mark and no line
break shows are not believed: "Trump meets Chinese leader | Xi Jinping in Busan" is one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CLOSING = frozenset(".!?…:;”\"’'»)]*_")
_BULLETS = frozenset("-–—•*·")
# Where nothing ends a sentence, the parser's ends are taken after so many tokens.
_LONGEST = 200


def begins(doc: Doc, i: int) -> bool:
    """Say whether a sentence begins at a token."""
    if i == 0:
        return True
    before = doc[i - 1]
    if before.is_space and "\n" in before.text:
        return "\n\n" in before.text or doc[i].is_sent_start or doc[i].text in _BULLETS
    return bool(doc[i].is_sent_start) and before.text[-1] in _CLOSING


def before(token: Token, most: int) -> Span:
    """Return at most so many tokens before a token, from its sentence."""
    doc, start = token.doc, token.i
    while start > 0 and token.i - start < most and not begins(doc, start):
        start -= 1
    return doc[start : token.i]


def after(token: Token, most: int) -> Span:
    """Return at most so many tokens after a token, from its sentence."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and end - token.i <= most and not begins(doc, end):
        end += 1
    return doc[token.i + 1 : end]


def bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return for each token the first token of its sentence and the one after its last."""
    found: list[tuple[int, int]] = []
    start = 0
    for i in [*_may_begin(doc), len(doc)]:
        if i == len(doc) or begins(doc, i) or (i - start > _LONGEST and doc[i].is_sent_start):
            found += [(start, i)] * (i - start)
            start = i
    return found


def _may_begin(doc: Doc) -> list[int]:
    """Return the tokens at which the parser begins a sentence and those behind white space."""
    starts, spaces = doc.to_array([SENT_START, IS_SPACE]).T
    return (np.flatnonzero((starts[1:] == 1) | (spaces[:-1] == 1)) + 1).tolist()
