"""The words that say how real an event is, read from their table."""

from __future__ import annotations

import csv
from functools import lru_cache

from explore.events.codebook import TABLES

Governors = dict[tuple[str, str], frozenset[str]]


@lru_cache(maxsize=1)
def governors() -> Governors:
    """Return (effect, part of speech) to lemmas.

    >>> "hold" in governors()["light", "verb"]
    True
    """
    found: dict[tuple[str, str], set[str]] = {}
    text = (TABLES / "governors.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found.setdefault((row["effect"], row["pos"]), set()).add(row["word"])
    return {key: frozenset(words) for key, words in found.items()}


def has_effect(effect: str, pos: str, lemma: str) -> bool:
    """Say whether a lemma of a part of speech has an effect.

    >>> has_effect("denied", "verb", "cancel"), has_effect("denied", "verb", "hold")
    (True, False)
    """
    return lemma in governors().get((effect, pos), frozenset())
