"""Rules for days seen from the newsroom and for parts of a day: today, 5 p.m., that evening, the 13th."""

from __future__ import annotations

from datetime import timedelta

from explore.dates.days import month_days
from explore.dates.grammar import words
from explore.dates.values.calendar import clock_of
from explore.dates.values.frame import Meaning, Parts, Where
from explore.dates.values.shifting import add_months, far

_PARTS_AWAY = {"the next": 1, "the following": 1, "the previous": -1, "last": -1}


def today(parts: Parts, at: Where) -> Meaning | None:
    """Read "today", "late yesterday", "tonight"."""
    word = parts["today"]
    if not at.now or (at.story and word == "today"):
        return Meaning("DATE", "PRESENT_REF" if word == "today" else "XXXX-XX-XX", True)
    value = (at.now + timedelta(int(words("today")[word]))).isoformat()
    if word == "tonight":
        return Meaning("TIME", value + "TNI", True)
    part = parts.get("part") or parts.get("part2")
    return Meaning("TIME", f"{value}T{words('part')[part]}", True) if part else Meaning("DATE", value, True)


def day_away(parts: Parts, at: Where) -> Meaning | None:
    """Read "the day before yesterday"."""
    count = -2 if parts["side"].startswith("before") else 2
    return Meaning("DATE", (at.now + timedelta(count)).isoformat() if at.now else "XXXX-XX-XX", True)


def clock(parts: Parts, at: Where) -> Meaning | None:
    """Read "5 p.m.", "noon"."""
    day = at.told if at.told and at.grain == "day" else at.now
    if "today" in parts and at.now:
        day = at.now + timedelta(int(words("today")[parts["today"]]))
    return Meaning("TIME", (day.isoformat() if day else "XXXX-XX-XX") + clock_of(parts), True)


def day_part(parts: Parts, at: Where) -> Meaning | None:
    """Read "this morning", "last night", "that evening", "the next afternoon", "noon"."""
    det = parts.get("det", "")
    told = at.told if at.grain == "day" else None
    day = at.now if det in {"this", "last", ""} and not at.story else told
    if day is None and det in {"the", "that"} and not at.story:
        day = at.now
    if day:
        day += timedelta(_PARTS_AWAY.get(det, 0))
    if "side" in parts:  # "the night before"
        day = told + timedelta(-1 if parts["side"] == "before" else 1) if told else None
    if "of" in parts and det == "the":
        day = None  # "the night of the attack"
    if parts["part"] == "overnight":  # the night just over, or the one that begins
        day = at.now + timedelta(-1 if at.way < 0 else 0) if at.now and at.way else None
    part = words("part")[parts["part"]]
    return Meaning("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}", True)


def some_day(parts: Parts, at: Where) -> Meaning | None:
    """Read "one afternoon", "the second day", "at night": a day that the words leave open."""
    if "daytime" in parts:
        return Meaning("TIME", f"XXXX-XX-XXT{'DT' if parts['daytime'].startswith('day') else 'NI'}", True)
    part = f"T{words('part')[parts['part']]}" if "part" in parts else ""
    return Meaning("TIME" if part else "DATE", f"XXXX-XX-XX{part}", True)


def month_of_day(parts: Parts, at: Where) -> Meaning | None:
    """Read "the 13th", a day of the month the text speaks of."""
    base = at.told if at.told and at.grain in {"day", "month"} else at.now
    if base is None:
        return None
    nth, weekday = int(parts["nth"]), words("weekday").get(parts.get("weekday", ""))
    if weekday is None:
        return Meaning("DATE", base.replace(day=nth).isoformat(), True)
    base = at.base or base
    months = sorted(range(-11, 12), key=lambda step: far(step, at.way))
    days = (
        first.replace(day=nth)
        for first in (add_months(base.replace(day=1), step) for step in months)
        if nth <= month_days(first.year, first.month)[1].day
    )
    day = next((day for day in days if day.isoweekday() == weekday), None)
    return Meaning("DATE", day.isoformat(), True) if day else None
