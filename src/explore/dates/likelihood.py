"""How likely each day is the day of publication, given one thing that the text says.

The curves were fitted by eye to counts over 1,406 news articles whose date is known: how many days after a
weekday, a date, a month or a year that an article names it appeared. Each leaves a little room for everything
else, so that no single expression can rule a day out.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST, LAST = date(1985, 1, 1), date(2035, 12, 31)
DAYS = (LAST - FIRST).days + 1
_ORDINAL = np.arange(DAYS) + FIRST.toordinal()
WEEKDAY = (_ORDINAL - 1) % 7 + 1
_STAMPS = np.arange(np.datetime64(FIRST), np.datetime64(LAST) + 1)
YEAR = _STAMPS.astype("datetime64[Y]").astype(int) + 1970
MONTH = _STAMPS.astype("datetime64[M]").astype(int) % 12 + 1
DAY = (_STAMPS - _STAMPS.astype("datetime64[M]")).astype(int) + 1

# Shares of articles 0 to 6 days after the weekday they name: what was said, what happened, no tense known.
_SAID = np.array([0.62, 0.19, 0.08, 0.04, 0.025, 0.02, 0.025])
_HAPPENED = np.array([0.48, 0.27, 0.10, 0.06, 0.035, 0.025, 0.03])
_UNTOLD = np.array([0.36, 0.19, 0.10, 0.10, 0.07, 0.08, 0.10])
# The same before the weekday: what is still ahead.
_COMING = np.array([0.12, 0.27, 0.17, 0.13, 0.10, 0.10, 0.11])
# Shares of articles from the day before a stamp to a week after it.
_STAMPED = np.array([0.08, 0.32, 0.28, 0.18, 0.05, 0.03, 0.02, 0.02, 0.01, 0.01, 0.0])
# Within its year and some days on, a month or day seldom needs its year: 12 articles against 40 a year later.
_NO_NEED, _YEAR_NAMED = 45, 0.4
# Shares of articles by how many years ago the latest past year was that they name, from this year back.
_LATEST_YEAR = np.array([1.0, 0.85, 0.65, 0.4])


def day_at(index: int) -> date:
    """Return the day of an index of the arrays."""
    return FIRST + timedelta(index)


def lag(day: date) -> NDArray[np.int64]:
    """Return how many days each day lies after the one given."""
    return np.asarray(_ORDINAL - day.toordinal(), dtype=np.int64)


def weekday(number: int, way: int, reported: bool, shift: int | None = None) -> NDArray[np.float64]:
    """Return the log-likelihood of each day, an article of which names this weekday."""
    if shift:
        return np.zeros(DAYS)
    if way > 0:
        return np.log(_COMING[(number - WEEKDAY) % 7])
    curve = _UNTOLD if way == 0 else _SAID if reported else _HAPPENED
    return np.log(curve[(WEEKDAY - number) % 7])


@lru_cache(maxsize=400)
def _gaps(month: int, day: int) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """Return the days since the last and until the next such day of the month, for every day."""
    here = []
    for year in range(FIRST.year - 4, LAST.year + 5):
        try:
            here.append(date(year, month, day).toordinal())
        except ValueError:
            continue
    if not here:
        return None
    known = np.array(here)
    at = np.searchsorted(known, _ORDINAL, side="right")
    since, until = _ORDINAL - known[at - 1], known[np.minimum(at, len(known) - 1)] - _ORDINAL
    return since, np.where(since == 0, 0, until)


def since(month: int, day: int) -> NDArray[np.int64]:
    """Return for every day how long ago that day of the month was last; far where there is no such day."""
    gaps = _gaps(month, day)
    return gaps[0] if gaps else np.full(DAYS, 400)


def _decay(gap: NDArray[np.int64], short: float, long: float) -> NDArray[np.float64]:
    return 0.6 * np.exp(-gap / short) / short + 0.4 * np.exp(-gap / long) / long


def _near(since: NDArray[np.int64], until: NDArray[np.int64], way: int) -> tuple[NDArray[np.float64], ...]:
    """Return the chance of a day of the month so far behind, and so far ahead; today goes by another name."""
    behind = 0.5 if way == 0 else 0.08 if way > 0 else 0.85
    today = 1.0 if way == 0 else 0.3
    past = behind * _decay(since, 15, 90) * np.where(since == 0, today, 1.0)
    return past, (1 - behind) * _decay(until, 12, 60) * np.where(until == 0, today, 1.0)


def month_day(month: int, day: int, way: int, weekday: int | None = None) -> NDArray[np.float64]:
    """Return the log-likelihood of each day, an article of which names a day of a month without its year.

    With the weekday beside it ("Monday, April 8") only years count in which it falls on that weekday.
    """
    gaps = _gaps(month, day)
    if gaps is None:
        return np.zeros(DAYS)
    since, until = gaps
    past, ahead = _near(since, until, way)
    if weekday:
        past *= 7 * ((WEEKDAY - since - weekday) % 7 == 0)
        ahead *= 7 * ((WEEKDAY + until - weekday) % 7 == 0)
    chance = past + ahead
    return np.log(0.97 * chance + 0.03 / 365)


def same_day(month: int, day: int, weekday: int, way: int, sure: float) -> NDArray[np.float64]:
    """Return the log-likelihood ratio of days from which a bare weekday means that very day of the month.

    Parameters
    ----------
    month, day, weekday, way : int
    sure : float
        How likely it is that the two name one day.
    """
    gaps = _gaps(month, day)
    if gaps is None:
        return np.zeros(DAYS)
    gap = gaps[1] if way > 0 else gaps[0]
    falls = (WEEKDAY + (gap if way > 0 else -gap) - weekday) % 7 == 0
    return np.log(sure * np.where((gap < 7) & falls, 7.0, 0.02) + (1 - sure))


def month_only(month: int, way: int, shift: int | None) -> NDArray[np.float64]:
    """Return the log-likelihood of each day, an article of which names a month without its year."""
    since = (MONTH - month) % 12
    if shift is not None and shift < 0:
        chance = np.where(since == 0, 0.02, 0.98 / 11)
    elif way < 0:
        chance = np.exp(-since / 3.0) + 0.08
    elif way > 0:
        chance = np.exp(-((12 - since) % 12) / 3.0) + 0.08
    else:
        return np.zeros(DAYS)
    total: NDArray[np.float64] = np.log(chance)
    return total


def after_named(first: date, grain: str, stamp: float = 0.0) -> NDArray[np.float64]:
    """Return the log-likelihood of each day, `first` begins the latest day, month or year named as past.

    Parameters
    ----------
    first : datetime.date
    grain : {"day", "month", "year"}
    stamp : float
        How likely a full date is a stamp: a date line of the text itself, of a picture or of a message in it.
    """
    gap = np.maximum(lag(first), 0)
    if grain == "year":
        years = np.clip(YEAR - first.year, -20, 40)
        late = 0.26 * np.exp(-np.maximum(years - 3, 0) / 8.0) / 365
        past = _LATEST_YEAR[np.clip(years, 0, 3)] * late
        return np.log(0.9 * np.where(years < 0, 0.05 / 365 * np.exp((years + 1) / 4.0), past) + 0.1 / DAYS)
    if grain == "month":
        chance = (
            0.15 * np.exp(-gap / 60) / 60 + 0.6 * np.exp(-gap / 700) / 700 + 0.25 * np.exp(-gap / 3000) / 3000
        )
    else:
        chance = (
            (0.02 + 0.1 * stamp) * np.exp(-gap / 15) / 15
            + 0.65 * np.exp(-gap / 700) / 700
            + 0.25 * np.exp(-gap / 3000) / 3000
        )
    spelled = (first.year == YEAR) & (gap > _NO_NEED)
    chance = np.where(lag(first) >= 0, chance, 0) * np.where(spelled, _YEAR_NAMED, 1.0)
    near = np.clip(lag(first) + 1, 0, len(_STAMPED) - 1)
    chance = (1 - stamp) * chance + stamp * np.where(lag(first) >= -1, _STAMPED[near], 0)
    return np.log(0.92 * chance + 0.08 / DAYS)


def before_named(last: date) -> NDArray[np.float64]:
    """Return the log-likelihood of each day, `last` ends a day, month or year named as still ahead."""
    gap = -lag(last)
    chance = np.where(gap >= 0, _decay(np.maximum(gap, 0), 500, 1500), 0)
    return np.log(0.65 * chance + 0.35 / DAYS)


def year_in_name(year: int) -> NDArray[np.float64]:
    """Return the log-likelihood of each day, `year` stands in a name: "the 2020 primary"."""
    years = YEAR - year
    chance = np.where(years < 0, 0.5 * np.exp((years + 1) / 1.5), np.exp(-years / 4.0)) / 365
    return np.log(0.15 * chance + 0.03 / 365 / 10)
