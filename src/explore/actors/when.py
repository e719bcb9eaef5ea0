"""The day a clause speaks of: the time expression that governs it, else the day of publication."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.actors.words import Words
    from explore.dates import Timex

_VERBS = ("VB", "MD")
_DEEP = 12
# A vaguer expression than a year does not say who was in office.
_GRAINS = frozenset({"time", "day", "week", "month", "quarter", "year"})


class Calendar:
    """Which days a text speaks of, token by token."""

    def __init__(self, words: Words) -> None:
        doc = words.doc
        self.words = words
        self.published = published_span(doc)
        self._dated: dict[int, list[tuple[int, Timex]]] = {}
        starts = [token.idx for token in doc]
        for timex in doc._.timexes if doc.has_extension("timexes") else ():
            if timex.begin and timex.end and timex.grain in _GRAINS and timex.type in {"DATE", "TIME"}:
                token = min(bisect_left(starts, timex.start_char), len(starts) - 1)
                self._dated.setdefault(words.sentence[token], []).append((token, timex))

    def span(self, token: int) -> tuple[date, date] | None:
        """Return the days that the clause of a token speaks of; the publication's where none is said."""
        return self.said(token) or self.published

    def said(self, token: int) -> tuple[date, date] | None:
        """Return the days an expression in the sentence gives the clause of a token; None where none does."""
        dated = self._dated.get(self.words.sentence[token], [])
        if not dated:
            return None
        verb = self._verb(token)
        same = [(abs(i - token), timex) for i, timex in dated if self._verb(i) == verb]
        near = same or [(abs(i - token), timex) for i, timex in dated] if len(dated) == 1 or same else []
        if not near:
            return None
        timex = min(near, key=lambda pair: pair[0])[1]
        return (timex.begin, timex.end) if timex.begin and timex.end else None

    def _verb(self, i: int) -> int:
        """Return the nearest verb above a token (or the root)."""
        words = self.words
        for _ in range(_DEEP):
            if words.tag[i].startswith(_VERBS) or words.head[i] == i:
                return i
            i = words.head[i]
        return i


def published_span(doc: object) -> tuple[date, date] | None:
    """Return the days the article can be of: the one day, or what is certain."""
    box = doc._  # type: ignore[attr-defined]
    given = getattr(box, "published", None) if doc.has_extension("published") else None  # type: ignore[attr-defined]
    if isinstance(given, date):
        return given, given
    found = box.publication if doc.has_extension("publication") else given  # type: ignore[attr-defined]
    for publication in (found, given):
        if publication is None:
            continue
        if publication.day:
            return publication.day, publication.day
        if publication.begin and publication.end:
            return publication.begin, publication.end
    return None
