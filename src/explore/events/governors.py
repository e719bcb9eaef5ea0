"""The words that say how real an event is, and irregular forms, read from their tables."""

from __future__ import annotations

from functools import lru_cache

from explore.events.codebook import TABLES, rows_of

Governors = dict[tuple[str, str], frozenset[str]]


@lru_cache(maxsize=1)
def governors() -> Governors:
    """Return (effect, part of speech) to lemmas.

    >>> "hold" in governors()["light", "verb"]
    True
    """
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows_of((TABLES / "governors.csv").read_text(encoding="utf-8")):
        found.setdefault((row["effect"], row["pos"]), set()).add(row["word"])
    return {key: frozenset(words) for key, words in found.items()}


@lru_cache(maxsize=1)
def irregular() -> dict[str, str]:
    """Return irregular verb forms to lemmas.

    >>> irregular()["held"]
    'hold'
    """
    text = (TABLES / "irregular.csv").read_text(encoding="utf-8")
    return {row["form"]: row["lemma"] for row in rows_of(text)}
