"""Rules for how long and how often: durations and sets."""

from __future__ import annotations

import re

from explore.dates.grammar import words
from explore.dates.values.frame import Meaning, Parts, Where
from explore.dates.values.numbers import number, period, unit_of
from explore.dates.values.relative import ago


def duration(parts: Parts, at: Where) -> Meaning | None:
    """Read "two years", "a two-day visit", "six to eight weeks ago"."""
    if "side" in parts:
        return ago(parts | {"several": "some"}, at)
    count = number(parts.get("count", "one"))
    if count and "plus" in parts:
        count += 0.5
    return Meaning("DURATION", period(count, unit_of(parts))) if count else None


def shift_units(parts: Parts, at: Where) -> Meaning | None:
    """Read "the past two years", "the next few weeks"."""
    count = (
        number(parts["count"]) if "count" in parts else 2 if "couple" in parts.get("several", "") else None
    )
    return Meaning("DURATION", period(count, unit_of(parts)), True)


def vague_duration(parts: Parts, at: Where) -> Meaning | None:
    """Read "several months"."""
    count = 2 if "couple" in parts.get("several", "") else None
    return Meaning("DURATION", period(count, unit_of(parts)))


def bare_units(parts: Parts, at: Where) -> Meaning | None:
    """Read "years"."""
    return Meaning("DURATION", period(None, unit_of(parts, "u")))


def every(parts: Parts, at: Where) -> Meaning | None:
    """Read "every Friday", "every other week", "each of the past three years"."""
    part = parts.get("part2")
    if "holiday" in parts:
        day = str(words("holiday")[parts["holiday"]])
        return Meaning("SET", f"XXXX-{day}" if re.fullmatch(r"\d\d-\d\d", day) else "P1Y")
    if "shift" in parts:
        return Meaning("SET", period(1, unit_of(parts)), True)
    if "weekday" in parts:
        value = f"XXXX-WXX-{words('weekday')[parts['weekday']]}"
        return Meaning("SET", value + (f"T{words('part')[part]}" if part else ""))
    if "month" in parts:
        return Meaning("SET", f"XXXX-{int(words('month')[parts['month']]):02d}")
    if "season" in parts:
        return Meaning("SET", f"XXXX-{words('season')[parts['season']]}")
    if "part" in parts:
        return Meaning("SET", f"XXXX-XX-XXT{words('part')[parts['part']]}")
    count = 2 if "other" in parts else number(parts.get("count", "one"))
    count = None if "some" in parts else count
    return Meaning("SET", period(count, unit_of(parts)))


def plural_weekday(parts: Parts, at: Where) -> Meaning | None:
    """Read "Mondays", "Sunday mornings"."""
    value = f"XXXX-WXX-{words('weekday')[parts['weekday']]}"
    return Meaning("SET", value + (f"T{words('part')[parts['part']]}" if "part" in parts else ""))


def often(parts: Parts, at: Where) -> Meaning | None:
    """Read "daily", "annually"."""
    return Meaning("SET", str(words("often")[parts["often"]]))


def per(parts: Parts, at: Where) -> Meaning | None:
    """Read "twice a week"."""
    return Meaning("SET", period(1, unit_of(parts, "unit" if "unit" in parts else "unit2")))
