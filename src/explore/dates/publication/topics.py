"""People, affairs and things that a text names, and in which months they were news."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from explore.dates.days import month_days
from explore.dates.phrases import by_first_word, spotted
from explore.shipped import named_rows

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that news spoke of for a while.

    Attributes
    ----------
    text : str
        The words.
    begin, end : date, date or None
        First and last day; None where it goes on.
    """

    text: str
    begin: date
    end: date | None


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[date, date | None]]:
    rows = named_rows(Path(__file__).with_name("topics.csv"))
    return {word: _days(row["begin"], row["end"]) for row in rows for word in row["words"].split(";")}


def _days(begin: str, end: str) -> tuple[date, date | None]:
    """Return the first and last day of the months of a row: "2004-01" to "2004-10"."""
    first = month_days(*map(int, begin.split("-")))[0]
    return first, month_days(*map(int, end.split("-")))[1] if end else None


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    return by_first_word(_known())


def topics(text: str) -> list[Topic]:
    """Return the topics of a text, each once, the latest to begin first.

    >>> [(one.text, one.begin.year) for one in topics("Sarah Palin spoke of the Iran-Contra affair.")]
    [('Sarah Palin', 2008), ('Iran-Contra', 1986)]
    """
    known = _known()
    found = {known[phrase]: phrase for _, phrase in reversed(list(spotted(text, _phrases())))}
    return sorted((Topic(words, *days) for days, words in found.items()), key=lambda one: one.begin)[::-1]
