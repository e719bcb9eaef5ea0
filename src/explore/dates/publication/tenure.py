"""Who is named with an office, and when it was held: handed in by whoever knows the offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holder of an office whom a text names: an article that says "President Obama" is of his years.

    Attributes
    ----------
    text : str
        The words.
    terms : tuple of (date, date or None)
        First and last day of each term that the words may mean; None where it goes on.
    offices : tuple of str
        The office of each term, where the text does not say it: "President".
    former : bool
        True where the text says that it is over: "former President Obama".
    titled : bool
        False where the name stands without the office: "Obama" alone is more likely of his years.
    """

    text: str
    terms: tuple[tuple[date, date | None], ...]
    offices: tuple[str, ...] = ()
    former: bool = False
    titled: bool = True
