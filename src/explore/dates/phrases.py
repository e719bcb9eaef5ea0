"""Look up many fixed phrases in a text at once, by their first word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"(?<![\w-])#?\w+")


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return phrases by their first word, the longer before the shorter.

    >>> by_first_word(["Xbox", "Xbox 360"])
    {'Xbox': ('Xbox 360', 'Xbox')}
    """
    found: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if match := _WORD.match(phrase):
            found.setdefault(match.group(), []).append(phrase)
    return {word: tuple(those) for word, those in found.items()}


def spotted(text: str, phrases: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str]]:
    """Yield place and phrase of each phrase that stands in a text as whole words, case as given.

    >>> list(spotted("An Xbox 360 and a Xboxer", by_first_word(["Xbox", "Xbox 360"])))
    [(3, 'Xbox 360')]
    """
    places = _places(text)
    for start, first in sorted(
        (start, word) for word in places.keys() & phrases.keys() for start in places[word]
    ):
        for phrase in phrases[first]:
            end = start + len(phrase)
            if text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                yield start, phrase
                break


@lru_cache(maxsize=1)
def _places(text: str) -> dict[str, list[int]]:
    """Return where each word of a text stands."""
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        found.setdefault(match[0], []).append(match.start())
    return found
