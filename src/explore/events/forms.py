"""The forms a word of the codebook may stand in, and the whole of a word with hyphens."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.attrs import LEMMA, LOWER, ORTH

from explore.events.governors import irregular

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def lemmas(token: Token) -> tuple[str, ...]:
    """Return the likely lemmas of a token: the model's, and what regular endings give."""
    return _lemmas(token.lower_, token.lemma_.lower())


@lru_cache(maxsize=8192)
def _lemmas(word: str, lemma: str) -> tuple[str, ...]:
    found = [lemma, word]
    if word in irregular():
        found.append(irregular()[word])
    if re.search(r"(?:s|ed|ing)$", word):
        for stem in (re.sub(r"(?:es|ed|ing)$", "", word), re.sub(r"(?:s|ed|ing)$", "", word)):
            found += [stem, stem + "e"]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def has_lemma(token: Token, words: frozenset[str]) -> bool:
    """Say whether one of the likely lemmas of a token is among the words."""
    return not words.isdisjoint(lemmas(token))


def tokens_of(doc: Doc, words: frozenset[str]) -> list[int]:
    """Return the tokens whose likely lemmas are among the words, and the parts of words with hyphens."""
    strings, hyphen = doc.vocab.strings, doc.vocab.strings["-"]
    orths, lowers, kinds = doc.to_array([ORTH, LOWER, LEMMA]).T.tolist()
    forms = list(zip(lowers, kinds, strict=True))
    among = {
        (lower, lemma): not words.isdisjoint(_lemmas(strings[lower], strings[lemma].lower()))
        for lower, lemma in set(forms)
    }
    hyphens = [i for i, orth in enumerate(orths) if orth == hyphen]
    beside = {i for at in hyphens for i in (at - 1, at + 1)}
    return [i for i, form in enumerate(forms) if among[form] or i in beside]


def whole_word(token: Token) -> tuple[int, int]:
    """Return the tokens of the word a token is part of, what hyphens join taken together."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 1 and joined(doc, start - 1):
        start -= 2
    while end < len(doc) - 1 and joined(doc, end):
        end += 2
    return start, end


def joined(doc: Doc, i: int) -> bool:
    """Say whether a token is a hyphen between two parts of one word."""
    return doc[i].text == "-" and not doc[i].whitespace_ and not doc[i - 1].whitespace_
