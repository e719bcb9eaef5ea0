"""How likely each day is the day of publication, given one clue of the text: a table of weights by lag.

A clue says how long each day lies behind or ahead of what the text names; the table `lags.csv` says how much
more or less often than by chance an article appears so long after it. The weights were learned by the recipe
in `training/dates` as one model: a softmax over the days (conditional logit) with a prior for the table.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from explore.shipped import named_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Bins = NDArray[np.uint8]

FIRST, LAST = date(1985, 1, 1), date(2035, 12, 31)
DAYS = (LAST - FIRST).days + 1
ORDINAL = np.arange(DAYS) + FIRST.toordinal()
WEEKDAY = (ORDINAL - 1) % 7 + 1
_STAMPS = np.arange(np.datetime64(FIRST), np.datetime64(LAST) + 1)
YEAR = _STAMPS.astype("datetime64[Y]").astype(int) + 1970
MONTH = _STAMPS.astype("datetime64[M]").astype(int) % 12 + 1
DAY = (_STAMPS - _STAMPS.astype("datetime64[M]")).astype(int) + 1
_MONTHS = 12 * YEAR + MONTH - 1
# All days are as likely before anything is read, but for those long after this table was made.
_MADE, _HALF = 2026, 2.0
PRIOR = -np.maximum(YEAR - _MADE, 0) / _HALF

# Where the bins of each scale begin, from the second on: days, months or years from what is named to the day.
EDGES = {
    "near": np.array([-121, -61, -31, -15, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 15, 31, 61, 121]),
    "date": np.array(
        [-366, -91, -31, -8, -3, -1, 0, 1, 2, 3, 4, 6, 8, 15, 31, 61, 121, 184, 366, 731, 1461, 3653, 7305]
    ),
    "month": np.array([-24, -12, -6, -3, -1, 0, 1, 2, 3, 5, 7, 10, 13, 19, 25, 37, 61, 121, 241]),
    "year": np.array([-10, -5, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30]),
    # Days outside a term of office: under 4 years before it, under 1, in it, under 1 after it, under 4, more.
    "term": np.array([-1461, -366, 0, 1, 367, 1462]),
    # Days from an occasion, 0 on one of its own.
    "occasion": np.array([-366, -91, -31, -8, 0, 8, 31, 91, 366, 1462]),
}
_FAR = 10**6


def day_at(index: int) -> date:
    """Return the day of an index of the arrays."""
    return FIRST + timedelta(index)


@lru_cache(maxsize=1)
def weights() -> dict[str, NDArray[np.float64]]:
    """Return the weights of each kind of clue, one a bin."""
    rows = named_rows(Path(__file__).with_name("lags.csv"))
    return {row["clue"]: np.array(row["weights"].split(), dtype=float) for row in rows}


def binned(scale: str, lag: NDArray[np.int64]) -> Bins:
    """Return the bin of each day on a scale."""
    first, bins = _bins(scale)
    return bins.take(lag - first, mode="clip")


@lru_cache(maxsize=8)
def _bins(scale: str) -> tuple[int, Bins]:
    """Return the bins of all lags from one before the first edge to the last one, and where they begin."""
    edges = EDGES[scale]
    lags = np.arange(edges[0] - 1, edges[-1] + 1)
    return int(lags[0]), np.searchsorted(edges, lags, side="right").astype(np.uint8)


@lru_cache(maxsize=32)
def after_weekday(number: int) -> Bins:
    """Return how many days ago that weekday was, 0 to 6."""
    return ((WEEKDAY - number) % 7).astype(np.uint8)


@lru_cache(maxsize=32)
def before_weekday(number: int) -> Bins:
    """Return in how many days that weekday will be, 0 to 6."""
    return ((number - WEEKDAY) % 7).astype(np.uint8)


@lru_cache(maxsize=400)
def nearest(recurring: Sequence[date]) -> NDArray[np.int64]:
    """Return for each day how long ago the nearest of some days was; less than 0 where it is ahead."""
    if not recurring:
        return np.full(DAYS, _FAR)
    known = np.array([day.toordinal() for day in recurring])
    at = np.searchsorted(known, ORDINAL, side="right")
    since = ORDINAL - known[np.maximum(at - 1, 0)]
    until = known[np.minimum(at, len(known) - 1)] - ORDINAL
    return np.where((since <= until) & (since >= 0), since, -until)


@lru_cache(maxsize=400)
def every_year(month: int, day: int) -> tuple[date, ...]:
    """Return a day of a month in every year that has it."""
    found = []
    for year in range(FIRST.year - 4, LAST.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(found)


def after_date(day: date) -> NDArray[np.int64]:
    """Return how many days each day lies after the one given."""
    return np.asarray(ORDINAL - day.toordinal(), dtype=np.int64)


def after_month(year: int, month: int) -> NDArray[np.int64]:
    """Return how many months each day lies after the one given."""
    return np.asarray(_MONTHS - (12 * year + month - 1), dtype=np.int64)


def after_year(year: int) -> NDArray[np.int64]:
    """Return how many years each day lies after the one given."""
    return np.asarray(YEAR - year, dtype=np.int64)


def after_month_of_year(month: int) -> Bins:
    """Return how many months ago that month was, 0 to 11."""
    return ((MONTH - month) % 12).astype(np.uint8)


@lru_cache(maxsize=400)
def outside(terms: tuple[tuple[date, date | None], ...], scale: str = "term") -> Bins:
    """Return the bin of each day by how long after (before) the nearest term it is; 0 days within one."""
    gap = np.full(DAYS, _FAR)
    for begin, end in terms:
        last = end.toordinal() if end else int(ORDINAL[-1])
        here = np.minimum(ORDINAL - begin.toordinal(), 0) + np.maximum(ORDINAL - last, 0)
        gap = np.where(np.abs(here) < np.abs(gap), here, gap)
    return binned(scale, gap)


def flags(holds: NDArray[np.bool_]) -> Bins:
    """Return 1 for the days of which something holds, 0 for the others."""
    return holds.astype(np.uint8)
