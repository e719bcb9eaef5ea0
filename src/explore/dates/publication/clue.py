"""A clue for the day of publication: one thing that a text says, for every day at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray


# Directions as `lags.csv` says them.
WAY = {-1: "behind", 0: "open", 1: "ahead"}


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """One thing that the text says.

    Attributes
    ----------
    kind : str
        The row of `lags.csv`.
    bins : NDArray of uint8, shape (DAYS,)
        For every day of `likelihood` the bin of that row.
    said : str
        The clue in words; "" where it is not worth a word.
    held : tuple of (date, date)
        First and last day of each time that it may mean, of what was held on known days.
    """

    kind: str
    bins: NDArray[np.uint8]
    said: str = ""
    held: tuple[tuple[date, date], ...] = ()
