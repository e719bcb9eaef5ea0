"""Words that date a text: what it speaks of was not there before a year."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from explore.dates.phrases import by_first_word, spotted
from explore.shipped import named_rows


@lru_cache(maxsize=1)
def _since() -> dict[str, int]:
    rows = named_rows(Path(__file__).with_name("eras.csv"))
    return {word: int(row["since"]) for row in rows for word in row["words"].split(";")}


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    return by_first_word(_since())


def latest_era(text: str) -> tuple[str, int] | None:
    """Return the words of a text that date it latest, and the year they are of; None where none do.

    >>> latest_era("The minister tweeted from the African Union summit.")
    ('tweeted', 2009)
    """
    since = _since()
    found = {phrase for _, phrase in spotted(text, _phrases())}
    word = max(found, key=lambda word: (since[word], word), default=None)
    return (word, since[word]) if word else None
