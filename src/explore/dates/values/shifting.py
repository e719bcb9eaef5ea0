"""Calendar arithmetic: units away from a day, the year of a month that names none, the day of a weekday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from explore.dates.grammar import words
from explore.dates.values.story import year_around

if TYPE_CHECKING:
    from explore.dates.values.frame import Parts, Where

_STEP = {"D": 1, "NI": 1, "W": 7, "2W": 14, "WE": 7}
# Days about publication in which a day is the newsroom's, though its month was just told with another year.
_SEASON = 120
# How many times farther a day on the wrong side of the verb looks, and what is ahead where no verb says so.
_WRONG_SIDE, _UNTOLD_AHEAD = {-2: 12, -1: 2.5, 0: 1, 1: 4, 2: 12}, 25
# How many days ahead a bare weekday may lie, by what the words tell.
_REACH = {-2: 0, -1: 0, 0: 3, 1: 4, 2: 6}


def add_months(day: date, count: int) -> date:
    """Return the day some months away, the last of the month where there is none such.

    >>> add_months(date(2024, 3, 31), -1).isoformat()
    '2024-02-29'
    """
    total = day.year * 12 + day.month - 1 + count
    year, month = total // 12, total % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day
    return date(year, month, min(day.day, last))


def shifted(day: date, count: int, unit: str) -> str | None:
    """Return the value of the unit that lies some units away from a day; None where there is none.

    >>> shifted(date(2024, 4, 7), -1, "M"), shifted(date(2024, 4, 7), 1, "W")
    ('2024-03', '2024-W15')
    """
    try:
        if unit in _STEP:
            moved = day + timedelta(count * _STEP[unit])
            if unit in {"D", "NI"}:
                return moved.isoformat()
            year, week, _ = moved.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
        if unit == "M":
            return add_months(day, count).isoformat()[:7]
        if unit == "Q":
            moved = add_months(day, 3 * count)
            return f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
        length = {"Y": 1, "DE": 10, "C": 100}.get(unit)
        if length is None:
            return None
        first = day.year // length * length + count * length
        return f"{first:04d}"[: {1: 4, 10: 3, 100: 2}[length]] if first > 0 else None
    except (ValueError, OverflowError):
        return None


def year_of(parts: Parts, at: Where) -> int | None:
    """Return the year that the words name, by number, by "last year" or by "that year"."""
    if parts.get("year", "").isdigit():
        return int(parts["year"])
    shift = parts.get("yearshift")
    if shift is None:
        return None
    if shift in {"that", "the same", "the"}:
        return at.told.year if at.told else at.now.year if at.now else None
    base = at.from_here(shift)
    return base.year + int(words("shift")[shift]) if base else None


def far(gap: int, way: int) -> float:
    """Return how far some days ahead (or behind, below 0) look, given the direction of the words.

    >>> far(-3, 0), far(-3, 1), far(3, 1), far(3, 0)
    (3, 12, 3, 28)
    """
    wrong = _WRONG_SIDE[way] if way * gap < 0 else 1
    return abs(gap) * wrong + (_UNTOLD_AHEAD if gap > 0 and not way else 0)


def nearest_year(month: int, day: int, at: Where) -> int | None:
    """Return the year of a month (and day) that names none, by the direction and by nearness."""
    if at.story and at.told:
        return year_around(month, at.before, at.behind, at.paragraph)
    now = at.now
    told = _year_told(month, at)
    if not now:
        return told

    def distance(year: int) -> float:
        gap = (date(year, month, min(day, 28)) - now).days
        if (month, year) == (now.month, now.year):
            return abs(gap) / 31
        return far(gap, at.way)

    year = min((y for y in (now.year - 1, now.year, now.year + 1) if 1 <= y <= 9998), key=distance)
    far_off = abs((date(year, month, min(day, 28)) - now).days) > _SEASON
    return told if told and far_off and at.way <= 0 else year


def _year_told(month: int, at: Where) -> int | None:
    """Return the year of a month told just before with its year: "from 4 to 6 March 2022 ... on 5 March"."""
    if not at.before or not at.year:
        return None
    first, last, paragraph = at.before[0]
    same = first == last == 12 * at.year + month - 1
    return at.year if same and at.paragraph - paragraph <= 1 else None


def weekday_day(day: int, at: Where, shift: str | None = None) -> date | None:
    """Return the day that a weekday means.

    In news the weekday of publication is the day itself; another lies behind unless a verb says ahead. Where
    the words leave a doubt it is the nearer of the two: nobody who writes on Monday says "Tuesday" of the day
    six days ago, or "Sunday" of a day six days ahead. In a story it follows the last day told.
    """
    base = at.from_here(shift)
    if base is not None and base == at.told and at.grain != "day":
        base = None if at.story else at.now
    if base is None:
        return None
    ahead = (day - base.isoweekday()) % 7
    way = int(words("shift")[shift]) if shift else None
    if way is None:
        forward = ahead <= _REACH[at.way] or (at.story and at.told is not None)
        return base + timedelta(ahead if forward or not ahead else ahead - 7)
    if way < 0:
        return base + timedelta(ahead - 7)
    if way > 0:
        return base + timedelta(ahead or 7)
    day_of_week = base + timedelta(day - base.isoweekday())
    aside = (day_of_week < base and at.way > 0) - (day_of_week > base and at.way < -1)
    return day_of_week + timedelta(7 * aside)  # "hopes to win this Tuesday", said on a Friday
