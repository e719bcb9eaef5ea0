"""What a rule is given and what it gives back: where an expression stands, and what it means there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.dates.timex import TimexType

Parts = dict[str, str]
Months = tuple[int, int, int]  # first and last month of a date (12 x year + month - 1), and its paragraph
FROM_STORY = frozenset(
    {"following", "very next", "previous", "prior", "preceding", "same", "that same", "subsequent", "next"}
)
_FROM_TOLD = FROM_STORY - {"next"}  # in news "next Friday" is seen from the day of publication


@dataclass(frozen=True, slots=True)
class Where:
    """What a relative expression is measured from.

    Attributes
    ----------
    now : datetime.date or None
        The day of publication.
    told : datetime.date or None
        The last day the text has spoken of.
    way : int
        -1 behind, 0 not told, 1 ahead.
    story : bool
        True where the text is a history and not news: bare dates follow the last one told.
    grain : str
        How exactly `told` is known: "year", "month", "week" or "day".
    quarter : str or None
        The quarter an earnings story speaks of, as a value ("1989-Q3"); its year if of more months.
    ancient : int or None
        The last year told, where it lies before our era.
    year : int or None
        The year named last, which "two years later" and "that year" are measured from in news too.
    before, behind : tuple of (int, int, int)
        The months of the dates told before and of those behind that name their year, the nearest first.
    paragraph : int
        How many line breaks stand before.
    year_last : bool
        True where a year was named after the last day told.
    near : bool
        True where the last day was told in this paragraph or the one before.
    """

    now: date | None = None
    told: date | None = None
    way: int = 0
    story: bool = False
    grain: str = "day"
    quarter: str | None = None
    ancient: int | None = None
    year: int | None = None
    before: tuple[Months, ...] = ()
    behind: tuple[Months, ...] = ()
    paragraph: int = 0
    year_last: bool = False
    near: bool = True

    def told_for(self, unit: str) -> date | None:
        """Return the day told that a unit is measured from: for years the year named last, if one was."""
        if unit == "Y" and self.year and not self.story:
            return date(self.year, 1, 1)
        return self.told

    @property
    def base(self) -> date | None:
        """The day that "the year" and "the spring" are measured from: of the story, else of publication."""
        return self.told or self.now if self.story else self.now

    def from_here(self, shift: str | None = None) -> date | None:
        """Return the day that "last October" and "Friday" are measured from, None where none is known.

        Without a day of publication even a history may be news, and only "the following Friday" follows it.
        """
        bare = (shift or "").removeprefix("the ")
        if self.now is None and bare not in FROM_STORY:
            return None
        return self.told or self.now if bare in _FROM_TOLD else self.base


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 type and value, and whether something else was needed to know it."""

    type: TimexType
    value: str
    relative: bool = False
