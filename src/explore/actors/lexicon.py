"""The word lists that the rules on names, places and pronouns go by: `knowledge/words.csv`, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from explore.shipped import rows

KNOWLEDGE = Path(__file__).parent / "knowledge"


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in rows(KNOWLEDGE / "words.csv")}


def word_list(name: str) -> frozenset[str]:
    """Return the words of a list.

    Raises
    ------
    KeyError
        If there is no list of this name.

    >>> "said" in word_list("saying"), "say" in word_list("saying")
    (False, True)
    """
    return _lists()[name]
