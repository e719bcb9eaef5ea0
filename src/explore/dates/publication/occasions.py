"""Days that everybody can look up, where a text names what was held or happened: a summit, a quake."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from explore.dates.phrases import by_first_word, spotted
from explore.shipped import rows

Days = tuple[date, date]
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happened or was held on days known to the day.

    Attributes
    ----------
    text : str
        The words.
    days : tuple of (date, date)
        First and last day of each time that the text may mean.
    every : tuple of (date, date)
        Those of all times.
    announced : bool
        True where the days were known before: news speaks of an election ahead, but not of a quake.
    places : tuple of (int, int)
        Where it is named, by these words or others, in characters.
    """

    text: str
    days: tuple[Days, ...]
    every: tuple[Days, ...]
    announced: bool
    places: tuple[tuple[int, int], ...]


class _Row(NamedTuple):
    """A row of the table as it is written: most are never asked for."""

    words: str
    beside: str
    begin: str
    end: str
    announced: str

    def days(self) -> Days:
        begin = date.fromisoformat(self.begin)
        return begin, date.fromisoformat(self.end) if self.end else begin


@lru_cache(maxsize=1)
def _known() -> dict[str, list[_Row]]:
    forms = {form: words.split(";") for form, words in rows(_HERE / "calendar_forms.csv")}
    found: dict[str, list[_Row]] = {}
    for row in map(_Row._make, rows(_HERE / "calendar.csv")):
        for entry in row.words.split(";"):
            name, _, form = entry.partition("|")
            for words in forms[form] if form else ("{}",):
                found.setdefault(words.replace("{}", name), []).append(row)
    return found


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    return by_first_word(_known())


def occasions(text: str) -> list[Occasion]:
    """Return the occasions that a text names, each once, the latest first.

    Those of which it does not tell which time it means come last.

    >>> [
    ...     (one.text, str(one.days[0][0]))
    ...     for one in occasions("The APEC summit ended. In Hanoi, leaders of APEC met.")
    ... ]
    [('APEC summit', '2006-11-18')]
    """
    places: dict[str, list[tuple[int, int]]] = {}
    last = 0
    for place, phrase in spotted(text, _phrases()):
        if (end := place + len(phrase)) > last:  # "presidential election" within a longer one is the same
            places.setdefault(phrase, []).append((place, end))
            last = end
    found: dict[tuple[Days, ...], Occasion] = {}
    for phrase, those in places.items():
        held = _known()[phrase]
        meant = [row for row in held if row.beside and any(words in text for words in row.beside.split(";"))]
        meant = meant or [row for row in held if not row.beside]
        if meant:
            days, every = (tuple(sorted({row.days() for row in some})) for some in (meant, held))
            if same := found.get(days):
                found[days] = replace(same, places=(*same.places, *those))
            else:
                found[days] = Occasion(phrase, days, every, meant[0].announced == "y", tuple(those))
    return sorted(found.values(), key=lambda one: (len(one.days) > 1, -one.days[-1][0].toordinal()))
