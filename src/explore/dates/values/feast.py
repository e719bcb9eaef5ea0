"""Feasts of other calendars, in the year that is named or the nearest one: "Ramadan", "Passover 2023"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.feasts import feasts
from explore.dates.grammar import words
from explore.dates.values.frame import Meaning, Parts, Where
from explore.dates.values.shifting import far, year_of

if TYPE_CHECKING:
    from datetime import date


def feast(parts: Parts, at: Where) -> Meaning | None:
    """Read "Ramadan", "next Passover", "Orthodox Easter": a day, or its first and last day as "begin/end"."""
    rule = str(words("feast")[parts["feast"]])
    year = year_of(parts, at)
    base = at.from_here(parts["shift"]) if "shift" in parts else at.base
    years = [year] if year is not None else [base.year + step for step in (-1, 0, 1)] if base else []
    found = [days for one in years for days in feasts(rule, one)]
    way = int(words("shift")[parts["shift"]]) if "shift" in parts else 0 if at.story else at.way
    if "shift" in parts and base:
        found = [days for days in found if not way or _gap(days, base) * way > 0] or found
    if len(found) > 1 and base:
        found = [min(found, key=lambda days: far(_gap(days, base), way))]
    if len(found) != 1:
        return Meaning("DATE", f"{year:04d}" if year is not None else "XXXX-XX-XX", True)
    first, last = found[0]
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Meaning("DATE", value, year is None)


def _gap(days: tuple[date, date], base: date) -> int:
    """Return how many days ahead a feast is, below 0 where it lies behind."""
    first, last = days
    return (first - base).days if first > base else min((last - base).days, 0)
