"""What the network is told of a word: the pieces it is made of, how it is written, what follows it.

Word pieces after Wu et al., "Google's Neural Machine Translation System" (2016), with the vocabulary of BERT:
the longest known piece first, in small letters and without accents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SHAPES = (
    "", "lower", "capital", "letter", "capitals", "mixed", "figures", "other", "opening", "closing",
)  # fmt: skip
SPACES = ("none", "blank", "line")
LONGEST = 12  # pieces of a word
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "„": '"', "`": "'", "—": "-", "–": "-"})
_MARKS = dict.fromkeys("“‘„«", "opening") | dict.fromkeys("”’»", "closing")
_PART = re.compile(r"\w+|[^\w\s]")


class Pieces:
    """The word pieces of a vocabulary, in its order."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.numbers = {piece: i for i, piece in enumerate(vocabulary) if piece}
        self.unknown = self.numbers["[UNK]"]
        self._longest = max(map(len, self.numbers))

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word, at most twelve; typographic marks as typed ones."""
        plain = unicodedata.normalize("NFD", word.translate(_TYPED).lower())
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        found = [piece for part in _PART.findall(plain) for piece in self._longest_first(part)]
        return tuple(found[:LONGEST]) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            for end in range(min(len(part), start + self._longest), start, -1):
                number = self.numbers.get(("##" if start else "") + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


@lru_cache(maxsize=20_000)
def shape(word: str) -> int:
    """Return the number in SHAPES of how a word is written.

    >>> [SHAPES[shape(w)] for w in ("Oslo", "I", "NATO", "said", "McKay", "2026", ",", "“")]
    ['capital', 'letter', 'capitals', 'lower', 'mixed', 'figures', 'other', 'opening']
    """
    if any(c.isdigit() for c in word):
        name = "figures"
    elif not any(c.isalpha() for c in word):
        name = _MARKS.get(word, "other")
    elif word.islower():
        name = "lower"
    elif word.isupper():
        name = "capitals" if sum(c.isalpha() for c in word) > 1 else "letter"
    elif word[:1].isupper() and word[1:].islower():
        name = "capital"
    else:
        name = "mixed"
    return SHAPES.index(name)
