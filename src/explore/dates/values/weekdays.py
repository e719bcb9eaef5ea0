"""Rules for weekdays: "Monday", "next Friday", "that Tuesday", "a week from Friday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from explore.dates.days import holiday
from explore.dates.grammar import words
from explore.dates.values.calendar import at_part
from explore.dates.values.frame import Meaning, Parts, Where
from explore.dates.values.numbers import number
from explore.dates.values.shifting import nearest_year, weekday_day, year_of


def weekday(parts: Parts, at: Where) -> Meaning | None:
    """Read "Monday", "next Friday", "Friday night"."""
    of_week = int(words("weekday")[parts["weekday"]])
    day = None if "open" in parts else weekday_day(of_week, at, parts.get("shift"))
    value = day.isoformat() if day else f"XXXX-WXX-{of_week}"
    return at_part(Meaning("DATE", value, True), parts)


def weekday_of_week(parts: Parts, at: Where) -> Meaning | None:
    """Read "Tuesday of last week", "Thursday next week", "a week ago Tuesday"."""
    base = at.from_here(parts["shift"])
    of_week, way = int(words("weekday")[parts["weekday"]]), int(words("shift").get(parts["shift"], -1))
    if base is None:
        return Meaning("DATE", f"XXXX-WXX-{of_week}", True)
    day = base + timedelta(7 * way + of_week - base.isoweekday())
    return Meaning("DATE", day.isoformat(), True)


def weekday_told(parts: Parts, at: Where) -> Meaning | None:
    """Read "that Tuesday": the one nearest to the day the text speaks of."""
    if at.told is None or at.grain != "day":
        return weekday(parts, at)
    gap = (int(words("weekday")[parts["weekday"]]) - at.told.isoweekday() + 3) % 7 - 3
    return at_part(Meaning("DATE", (at.told + timedelta(gap)).isoformat(), True), parts)


def weekday_away(parts: Parts, at: Where) -> Meaning | None:
    """Read "the day before last Tuesday" and "a week from Friday"."""
    ahead = (
        replace(at, way=1) if parts["unit"].startswith("week") else at
    )  # "a week on Tuesday", "Tuesday week"
    day = weekday_day(int(words("weekday")[parts["weekday"]]), ahead, parts.get("shift"))
    if day is None:
        return Meaning("DATE", "XXXX-XX-XX", True)
    count = number(parts.get("count", "one")) or 1
    step = (7 if parts["unit"].startswith("week") else 1) * int(count)
    behind = parts.get("side") == "before"
    return Meaning("DATE", (day + timedelta(-step if behind else step)).isoformat(), True)


def weekday_far(parts: Parts, at: Where) -> Meaning | None:
    """Read "two Fridays ago", "the Friday before last", "the Friday after next"."""
    behind = not parts.get("side", "").startswith("after")
    day = weekday_day(int(words("weekday")[parts["weekday"]]), at, "last" if behind else "next")
    if day is None:
        return Meaning("DATE", "XXXX-XX-XX", True)
    weeks = int(number(parts.get("count", "two")) or 2) - 1
    return Meaning("DATE", (day + timedelta(-7 * weeks if behind else 7 * weeks)).isoformat(), True)


def weekday_nth(parts: Parts, at: Where) -> Meaning | None:
    """Read "the first Monday in September", "the last Friday of every month"."""
    of_week = int(words("weekday")[parts["weekday"]])
    if "month" not in parts:
        return Meaning("SET", f"XXXX-WXX-{of_week}")
    month, rank = int(words("month")[parts["month"]]), int(words("ordinal")[parts["rank"]])
    year = year_of(parts, at) or nearest_year(month, 7 * (rank or 4), at)
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}", True)
    return Meaning("DATE", holiday(f"{month}-{rank or -1}-{of_week}", year).isoformat(), "year" not in parts)
