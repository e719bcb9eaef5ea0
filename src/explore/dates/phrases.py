"""Look up many fixed phrases in a text at once, by their first word."""

from __future__ import annotations

import re
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
    for match in _WORD.finditer(text):
        for phrase in phrases.get(match.group(), ()):
            end = match.start() + len(phrase)
            if text.startswith(phrase, match.start()) and not text[end : end + 1].isalnum():
                yield match.start(), phrase
                break
