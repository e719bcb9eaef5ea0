"""The time expression, as TimeML 1.2.1 has it, with the days it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Grain = Literal["time", "day", "week", "month", "quarter", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3).

    Attributes
    ----------
    start_char, end_char : int
        Characters of the text, end exclusive.
    text : str
    type : {"DATE", "TIME", "DURATION", "SET"}
    value : str
        The TIMEX3 value ("2024-04-08", "P2D", "PAST_REF").
    begin, end : datetime.date or None
        First and last day, both included; None where no day is meant or none is known.
    grain : str or None
        How exactly the day is known.
    relative : bool
        True if the value was resolved against the publication day or another expression.
    """

    start_char: int
    end_char: int
    text: str
    type: TimexType
    value: str
    begin: date | None = None
    end: date | None = None
    grain: Grain | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """The day an article was published, and how that is known.

    Attributes
    ----------
    day : datetime.date or None
        None where the evidence does not allow a day.
    source : {"given", "metadata", "url", "dateline", "inferred"} or None
    evidence : str or None
        The expressions and the reasoning, in a sentence.
    begin, end : datetime.date or None
        What is certain when the day is not.
    """

    day: date | None = None
    source: str | None = None
    evidence: str | None = None
    begin: date | None = None
    end: date | None = None
