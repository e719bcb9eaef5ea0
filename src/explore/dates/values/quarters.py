"""Rules for quarters, fiscal years and the periods that earnings stories compare."""

from __future__ import annotations

from explore.dates.grammar import words
from explore.dates.values.frame import Meaning, Parts, Where
from explore.dates.values.shifting import add_months, shifted, year_of

# How many times farther a quarter looks that lies behind, though its verb is ahead: "will report
# third-quarter results" speaks of the last one, "will reach Europe in the fourth quarter" does not.
_LEFT_BEHIND = {1: 1.9, 2: 12.0}


def year_before(quarter: str) -> str:
    """Return the same quarter, or the year, a year before.

    >>> year_before("1989-Q3")
    '1988-Q3'
    """
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


def _told(at: Where) -> str | None:
    """Return the quarter that the text speaks of, else the last that has ended."""
    return at.quarter if at.quarter and "Q" in at.quarter else _ended(at)


def _ended(at: Where) -> str | None:
    return shifted(at.now, -1, "Q") if at.now else None


def quarter(parts: Parts, at: Where) -> Meaning | None:
    """Read "the third quarter", "Q3 2023"."""
    if "month" in parts:
        nth = int(words("month")[parts["month"]]) // 3  # "the June quarter" ends with it
    else:
        nth = int(parts["nth"]) if "nth" in parts else int(words("ordinal")[parts["ordinal"]])
    year = year_of(parts, at)
    if nth == 0 and year:
        nth = 4  # "the final quarter of 2012"
    if nth == 0 or nth > 4:
        value = shifted(at.now, -1, "Q") if nth == 0 and at.now else None
        return Meaning("DATE", value, True) if value else None
    if "ago" in parts and _told(at):
        value = year_before(_told(at) or "")
        return Meaning("DATE", f"{value[:4]}-Q{nth}", True)
    if year is None and at.now:
        now = at.now.year * 4 + (at.now.month - 1) // 3

        def distance(candidate: int) -> float:
            gap = candidate * 4 + nth - 1 - now
            if gap > 0 and at.way <= 0:
                return 4 * gap
            return abs(gap) * (_LEFT_BEHIND.get(at.way, 1) if gap < 0 else 1)

        year = min((at.now.year - 1, at.now.year, at.now.year + 1), key=distance)
    return Meaning("DATE", f"{year or 'XXXX'}-Q{nth}", "year" not in parts)


def year_part(parts: Parts, at: Where) -> Meaning | None:
    """Read "the year-earlier period", "the 1988 quarter", "the latest period"."""
    told, ended = at.quarter or _ended(at), _ended(at)
    if parts.get("span") == "month":  # "the same month last year"
        month = at.told if at.told and at.grain != "year" else add_months(at.now, -1) if at.now else None
        if month and "year" in parts:
            return Meaning("DATE", f"{parts['year']}-{month.month:02d}", True)
        return Meaning("DATE", add_months(month, -12).isoformat()[:7] if month else "XXXX-XX", True)
    if parts.get("span") == "quarter":
        told = _told(at)
    if told is None:
        return Meaning("DATE", "XXXX-QX", True)
    if parts.get("span") == "period" and not at.quarter:
        told = told[:4]  # no quarter was spoken of
    if "year" in parts:
        return Meaning("DATE", parts["year"] + told[4:], True)
    if "ago" in parts:
        return Meaning("DATE", year_before(told), True)
    latest = _told(at)
    return Meaning("DATE", min(latest, ended) if latest and ended else told, True)


def the_quarter(parts: Parts, at: Where) -> Meaning | None:
    """Read "the quarter" of an earnings story."""
    told = _told(at)
    return Meaning("DATE", told or "XXXX-QX", True)
