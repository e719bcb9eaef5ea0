"""The day in a field of a table or a feed, as it is written: no time zone moves it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_tz
from typing import Any

from explore.date_lines import date_line

_YEARS = range(1700, 2101)
_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?=$|[T\s]|Z)")
_NUMERIC = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_SECONDS = range(10**8, 10**11)
_MILLISECONDS = range(10**11, 10**14)


def day_of(value: Any, dayfirst: bool | None = None) -> date | None:  # noqa: ANN401 - a cell may hold anything
    """Return the calendar day a value gives; None where it gives none or can be read two ways.

    Parameters
    ----------
    value : str, number, date or datetime
        Numbers are seconds or milliseconds since 1970 (UTC), or YYYYMMDD.
    dayfirst : bool, optional
        How to read 04/05/2024; left out, it is no day.

    >>> day_of("2024-04-07T23:30:00-05:00"), day_of("Sun, 07 Apr 2024 21:00:00 GMT"), day_of("April 7, 2024")
    (datetime.date(2024, 4, 7), datetime.date(2024, 4, 7), datetime.date(2024, 4, 7))
    >>> day_of("04/05/2024"), day_of("04/05/2024", dayfirst=True), day_of(1712448000)
    (None, datetime.date(2024, 5, 4), datetime.date(2024, 4, 7))
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if value.year in _YEARS else None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_number(value)
    return _from_text(str(value)[:100], dayfirst)


def _from_number(value: float) -> date | None:
    if value != value or abs(value) > 1e14:
        return None
    number = int(value)
    if number in _SECONDS or number in _MILLISECONDS:
        return _sane(datetime.fromtimestamp(number / (1 if number in _SECONDS else 1000), UTC).date())
    return _from_text(str(number), None) if len(str(number)) == 8 else None


def _from_text(text: str, dayfirst: bool | None) -> date | None:
    iso = _ISO.match(text)
    if iso:
        return _made(*iso.groups())
    numeric = _NUMERIC.match(text)
    if numeric:
        return _numeric(int(numeric[1]), int(numeric[2]), numeric[3], dayfirst)
    if re.fullmatch(r"\d{9,14}", text.strip()):
        return _from_number(int(text))
    mail = parsedate_tz(text) if text[:1].isalpha() and text.count(":") else None
    if mail:
        return _made(*mail[:3])
    line = date_line(text)
    return _sane(line.days[0][1]) if line and line.days else None


def _numeric(first: int, second: int, year: str, dayfirst: bool | None) -> date | None:
    if first > 12 or first == second:
        return _made(year, second, first)
    if second > 12:
        return _made(year, first, second)
    return None if dayfirst is None else _made(year, *((second, first) if dayfirst else (first, second)))


def _made(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return _sane(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _sane(day: date) -> date | None:
    return day if day.year in _YEARS else None
