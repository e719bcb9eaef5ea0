"""The days of an event and the words that give them: joined, moved by weeks, counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from explore.dates.grammar import either
from explore.events.sentence import after, before, said
from explore.events.wordclass import word_class
from explore.events.words import NUMBERS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.dates import Grain, Timex

# How far from a visit its length may be told, behind a verb and before a noun.
_BEHIND, _BEFORE = 28, 6
# Two days named together are one stretch: at most so many tokens apart, so many days long.
TOGETHER, _LONGEST = 3, 10
WEEK = timedelta(days=7)
_DAY = rf"(?:{either('weekday')})(?: (?:morning|afternoon|evening|night))?"
_WEEKDAYS = re.compile(rf"{_DAY}(?: and {_DAY})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event and the words that give them.

    `by` where these only say the latest ("before the end of the year"), `since` where the earliest.
    """

    begin: date
    end: date
    grain: Grain | None
    words: str | None = None
    by: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A dated time expression: its days, its tokens and the word that governs it.

    `noun` where it only says which of several a noun means: "the 2020 primary", "the May ballot".
    """

    when: When
    start: int
    end: int
    owner: int
    noun: int | None = None


def when_of(timex: Timex, before: str) -> When:
    """Return the days of a dated time expression, given the word before it."""
    assert timex.begin is not None
    grain: Grain | None = "day" if timex.grain == "time" else timex.grain
    end = timex.end or timex.begin
    return When(timex.begin, end, grain, timex.text, before in {"before", "by"}, before == "since")


def joined(found: list[Placed], token: Token) -> When:
    """Return the days of a run of expressions: "Monday and Tuesday" together, else the most exact."""
    best = found[0]
    for other in found[1:]:
        if other.start - best.end <= TOGETHER and other.when.grain == best.when.grain == "day":
            begin, end = best.when.begin, _on(best.when.begin, other.when.end)
            if (end - begin).days <= _LONGEST:
                return When(begin, end, "day", token.doc[best.start : other.end].text)
        if other.when.end - other.when.begin < best.when.end - best.when.begin:
            best = other
    return best.when


def _on(first: date, second: date) -> date:
    """Return the second of two days named together: in "Friday and Saturday" it comes after the first."""
    behind = (first - second).days
    return second + WEEK if 0 < behind < 7 else max(first, second)


def is_weekday(when: When) -> bool:
    """Say whether only weekdays say when: "Monday", "Thursday and Friday"."""
    return bool(_WEEKDAYS.fullmatch(when.words or ""))


def week_later(when: When) -> When:
    """Return the same weekdays of the week after."""
    return replace(when, begin=when.begin + WEEK, end=when.end + WEEK)


def lasting(token: Token) -> int | None:
    """Return how many days a visit lasted: "a three-day visit", "left at the end of a two-day trip"."""
    near = after(token, _BEHIND) if word_class(token) == "VERB" else before(token, _BEFORE)
    found = re.search(r"\b(\w+)[ -]day\b", said(near).lower())
    number = found.group(1) if found else ""
    return NUMBERS.get(number) or (int(number) if number.isdigit() else None)


def days_before(day: date, days: int) -> date:
    """Return the first day of a stretch that ends on a day.

    >>> days_before(date(2023, 3, 22), 3)
    datetime.date(2023, 3, 20)
    """
    return day - timedelta(days=days - 1)
