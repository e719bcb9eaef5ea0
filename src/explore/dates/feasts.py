"""Feasts of other calendars: Ramadan, Passover, Orthodox Easter, the lunar new year, Diwali."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from explore.dates.days import easter
from explore.shipped import named_rows

if TYPE_CHECKING:
    from collections.abc import Callable

# Ordinals (date.toordinal) of the day before 1 Muharram of the year 1 and before 1 Tishri of the year 1.
_BEFORE_HIJRI, _BEFORE_HEBREW = 227014, -1373428
_SHORT_YEAR, _LONG_YEAR = 382, 356  # lengths at which a Hebrew new year is put off by a day or two
_RAMADAN, _SHAWWAL, _HAJJ = 9, 10, 12
_PASSOVER_BEFORE = timedelta(163)  # from 15 Nisan to the new year that follows


def hijri(year: int, month: int, day: int) -> date:
    """Return the day of a date of the tabular Islamic calendar, which the moon's may miss by one day.

    >>> hijri(1445, 10, 1).isoformat()
    '2024-04-10'
    """
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_BEFORE_HIJRI + before + day)


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def hebrew_new_year(year: int) -> date:
    """Return 1 Tishri of a Hebrew year (after Dershowitz and Reingold, Calendrical Calculations).

    >>> hebrew_new_year(5784).isoformat()
    '2023-09-16'
    """
    before, here, after = (_elapsed(year + step) for step in (-1, 0, 1))
    put_off = 2 if after - here == _LONG_YEAR else 1 if here - before == _SHORT_YEAR else 0
    return date.fromordinal(_BEFORE_HEBREW + here + put_off + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Julian calendar as a day of ours (Meeus's Julian computus, 1900-2099).

    >>> orthodox_easter(2024).isoformat()
    '2024-05-05'
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, int], tuple[date, date]]:
    return {
        (row["feast"], int(row["year"])): (date.fromisoformat(row["begin"]), date.fromisoformat(row["end"]))
        for row in named_rows(Path(__file__).with_name("feasts.csv"))
    }


def _islamic(month: int, day: int) -> Callable[[int], list[date]]:
    def days(year: int) -> list[date]:
        about = (year - 622) * 33 // 32
        found = (hijri(hijra, month, day) for hijra in range(about - 1, about + 4) if hijra > 0)
        return [one for one in found if one.year == year]

    return days


def _hanukkah(year: int) -> list[date]:
    first, next_ = hebrew_new_year(year + 3761), hebrew_new_year(year + 3762)
    long = (next_ - first).days in {355, 385}
    return [first + timedelta(30 + 29 + long + 24)]


_ANCHORS: dict[str, Callable[[int], list[date]]] = {
    "easter": lambda year: [easter(year)],
    "orthodox": lambda year: [orthodox_easter(year)],
    "passover": lambda year: [hebrew_new_year(year + 3761) - _PASSOVER_BEFORE],
    "tishri": lambda year: [hebrew_new_year(year + 3761)],
    "hanukkah": _hanukkah,
    "muharram": _islamic(1, 1),
    "rabi": _islamic(3, 12),
    "ramadan": _islamic(_RAMADAN, 1),
    "shawwal": _islamic(_SHAWWAL, 1),
    "hajj": _islamic(_HAJJ, 10),
}


def feasts(rule: str, year: int) -> list[tuple[date, date]]:
    """Return first and last day of a feast of the grammar, for each time it falls into a year.

    Parameters
    ----------
    rule : str
        What it is counted from and how many days before or behind it begins and ends: "passover 0 7"; for a
        feast of the table its name alone.
    year : int
        From 1900 to 2099; others have none.

    Examples
    --------
    >>> [str(day) for day in feasts("passover 0 7", 2024)[0]]
    ['2024-04-23', '2024-04-30']
    >>> len(feasts("shawwal -1 1", 2000))
    2
    """
    anchor, _, offsets = rule.partition(" ")
    if not 1900 <= year <= 2099:
        return []
    if anchor not in _ANCHORS:
        found = _table().get((rule, year))
        return [found] if found else []
    first, last = map(int, offsets.split())
    return [(day + timedelta(first), day + timedelta(last)) for day in _ANCHORS[anchor](year)]
