"""The year of a month that a history does not name: the one nearest to the dates told around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.dates.values.frame import Months

# How much a date counts, the nearest first: those told before, and those behind that name their year.
_BEFORE, _BEHIND = (1.0, 0.4, 0.16, 0.06), (0.8, 0.24, 0.07)
SEEN = len(_BEFORE), len(_BEHIND)
# A history goes on, and steps back only a little; what lies farther is a glance aside and counts alike.
# A date of another paragraph counts less.
_BACK, _FAR, _APART = 1.8, 18.0, 0.8


def year_around(
    month: int, before: tuple[Months, ...], behind: tuple[Months, ...], paragraph: int
) -> int | None:
    """Return the year that puts a month nearest to the dates before and behind.

    Parameters
    ----------
    month : int
        From 1 to 12.
    before, behind : tuple of (int, int, int)
        First and last month (12 x year + month - 1) and paragraph of the dates around, the nearest first.
    paragraph : int
        The one the month stands in.

    Examples
    --------
    >>> january, april = (12 * 1940, 12 * 1940, 0), (12 * 1941 + 3, 12 * 1941 + 3, 0)
    >>> year_around(11, (january,), (april,), 0)
    1940
    """
    weighed = [
        *((weight, months, 1) for weight, months in zip(_BEFORE, before, strict=False)),
        *((weight, months, -1) for weight, months in zip(_BEHIND, behind, strict=False)),
    ]
    years = sorted({months[0] // 12 + step for _, months, _ in weighed for step in (0, 1, -1)})

    def cost(year: int) -> float:
        here = 12 * year + month - 1
        return sum(
            (weight if months[2] == paragraph else weight * _APART) * _gap(here, months, way)
            for weight, months, way in weighed
        )

    return min((year for year in years if 0 < year < 9999), key=cost, default=None)


def _gap(here: int, months: Months, way: int) -> float:
    """Return how far a month lies from a date: `way` 1 where it is told after the date, -1 before it."""
    first, last, _ = months
    gap = here - last if here > last else here - first if here < first else 0
    return min(gap * way if gap * way >= 0 else -gap * way * _BACK, _FAR)
