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
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

_CLOSING = frozenset(".!?…:;”\"’'»)]*_")
_BULLETS = frozenset("-–—•*·")
# Where nothing ends a sentence, the parser's ends are taken after so many tokens.
_LONGEST = 200


def before(token: Token, most: int) -> list[Token]:
    """Return at most so many tokens before a token, from its sentence."""
    found: list[Token] = []
    doc, following = token.doc, token
    for i in range(token.i - 1, max(token.i - most, 0) - 1, -1):
        word = doc[i]
        if _begins(word, following):
            break
        found.append(word)
        following = word
    return found[::-1]


def after(token: Token, most: int) -> list[Token]:
    """Return at most so many tokens after a token, from its sentence."""
    found: list[Token] = []
    doc, previous = token.doc, token
    for i in range(token.i + 1, min(token.i + 1 + most, len(doc))):
        word = doc[i]
        if _begins(previous, word):
            break
        found.append(word)
        previous = word
    return found


def said(tokens: Iterable[Token]) -> str:
    """Return the words of a stretch, as they stand in the text."""
    return "".join(token.text_with_ws for token in tokens)


def bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return for each token the first token of its sentence and the one after its last."""
    found: list[tuple[int, int]] = []
    start = 0
    for i in [*_may_begin(doc), len(doc)]:
        if i == len(doc) or _begins(doc[i - 1], doc[i]) or (i - start > _LONGEST and doc[i].is_sent_start):
            found += [(start, i)] * (i - start)
            start = i
    return found


def _may_begin(doc: Doc) -> list[int]:
    """Return the tokens at which the parser begins a sentence and those behind white space."""
    starts, spaces = doc.to_array([SENT_START, IS_SPACE]).T
    return (np.flatnonzero((starts[1:] == 1) | (spaces[:-1] == 1)) + 1).tolist()


def _begins(before: Token, token: Token) -> bool:
    """Say whether a sentence begins at a token, given the one before it."""
    if before.is_space and "\n" in before.text:
        return "\n\n" in before.text or bool(token.is_sent_start) or token.text in _BULLETS
    return bool(token.is_sent_start) and before.text[-1] in _CLOSING
