"""What the tokens of a doc say, read at once: spaCy makes tokens and the text anew at each call."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import HEAD

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=1)
def text_of(doc: Doc) -> str:
    """Return the text of a doc."""
    text: str = doc.text
    return text


def words_of(doc: Doc, attribute: int) -> list[str]:
    """Return an attribute of each token in words: `LOWER` as `token.lower_`, `DEP` as `token.dep_`.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    attribute : int
        One of `spacy.attrs`.
    """
    numbers = doc.to_array(attribute).tolist()
    words = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [words[number] for number in numbers]


def numbers_of(doc: Doc, attribute: int) -> list[int]:
    """Return an attribute of each token as a number: `IDX` as `token.idx`, `SENT_START` as 1, 0 or -1."""
    numbers: list[int] = doc.to_array(attribute).astype("i8").tolist()
    return numbers


def heads_of(doc: Doc) -> list[int]:
    """Return the head of each token, itself for a root."""
    heads: list[int] = (doc.to_array(HEAD).astype("i8") + np.arange(len(doc))).tolist()
    return heads
