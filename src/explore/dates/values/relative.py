"""Rules for what is measured from another day: last week, two days later, that year, the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.days import interval
from explore.dates.grammar import words
from explore.dates.values.calendar import at_part
from explore.dates.values.frame import FROM_STORY, Meaning, Parts, Where
from explore.dates.values.numbers import CLOCK_UNITS, number, period, unit_of
from explore.dates.values.quarters import year_before
from explore.dates.values.shifting import add_months, shifted

if TYPE_CHECKING:
    from datetime import date

_FORWARD = frozenset(
    {"time", "later", "from now", "hence", "after", "afterward", "afterwards", "on", "later on"}
)
# What stays open of a unit that is measured from a day nobody knows; from a bare year no week follows.
_OPEN = {"D": "XXXX-XX-XX", "NI": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}
_OPEN |= {"M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "C": "XX"}
_TO = {"this week": "W", "this month": "M"}
_DECEMBER, _FRIDAY, _SUNDAY = 12, 5, 7
_YEARS = {"Y": 1, "DE": 10, "C": 100}
_LONG_PAST = 10_000
_DAYS = frozenset({"D", "NI"})
_FINER = {"year": frozenset(_OPEN) - {"Y", "DE", "C"}, "month": _DAYS | {"W", "2W", "WE"}, "week": _DAYS}


def shift_unit(parts: Parts, at: Where) -> Meaning | None:
    """Read "last week", "next month", "the following day", "this year", "the year before last"."""
    if "beyond" in parts:
        return _of(at.now, -2 if parts["beyond"].startswith("before") else 2, unit_of(parts))
    unit, word = unit_of(parts), parts["shift"]
    bare = word.removeprefix("the ")
    way = int(words("shift")[word])
    if "within" in parts and word == "the last":
        return _of(None, way, unit)  # "the last weekend of the festival"
    if unit in CLOCK_UNITS or (bare == "past" and unit != "WE"):
        return Meaning("DURATION", period(1, unit), True)
    history = at.story and at.now is not None  # without a day of publication it may well be news
    from_now = bare == "next" and at.way > 0 and unit not in _DAYS and not history
    after = bare in FROM_STORY and not from_now  # but "in the next week they will decide"
    told = (after and (word != "next" or history)) or (history and way == 0)
    if unit == "Q" and bare == "this" and at.quarter and "Q" in at.quarter:
        return Meaning("DATE", at.quarter, True)
    if unit == "D" and bare == "last":  # "in the last day", but "our last day"
        return Meaning("DURATION", period(1, unit), True) if word != bare else None
    if told and at.ancient and at.story and unit in _YEARS:
        length = _YEARS[unit]
        return Meaning("DATE", f"BC{(at.ancient - way * length) // length:0{5 - len(str(length))}d}", True)
    if told and ((at.told and unit in _FINER.get(at.grain, ())) or _of_old(at, unit)):
        return _of(None, way, unit)
    half = (
        "-H1" if "first half" in parts.get("edge", "") else "-H2" if " half" in parts.get("edge", "") else ""
    )
    if unit == "Y" and half and at.now and not told:
        return Meaning("DATE", f"{at.now.year + way:04d}{half}", True)
    if unit == "W" and bare == "last" and at.now and not at.story and at.now.isoweekday() == _SUNDAY:
        return _of(at.now, 0, unit)  # on Sunday it is the week just over
    if unit == "WE" and bare == "this" and at.now and at.way < 0 and at.now.isoweekday() < _FRIDAY:
        return _of(at.now, -1, unit)
    from_told = after and (bare != "next" or (word != bare and unit in _DAYS))
    if from_told and not at.told_for(unit):
        return _of(None, way, unit)  # "the next day", and none was told
    return _of((at.told_for(unit) if told else None) or at.now, way, unit)


def _of(base: date | None, way: int, unit: str) -> Meaning:
    value = shifted(base, way, unit) if base else None
    return Meaning("DATE", value or _OPEN.get(unit, "XXXX"), True)


def _of_old(at: Where, unit: str) -> bool:
    """Say whether the last that was told is a bare year: "war broke out in 1914 ... two days later"."""
    return bool(at.year and (not at.told or at.year_last) and not at.story and unit not in _YEARS)


def _after_none(at: Where, unit: str) -> Meaning:
    """Return the unit left open that follows a month or a year, in its year if it can hardly be the next."""
    value, last = _OPEN.get(unit, "XXXX"), at.grain == "month" and at.told and at.told.month == _DECEMBER
    known = at.told and not last and value.startswith("XXXX-")
    return Meaning("DATE", f"{at.told.year:04d}{value[4:]}" if known and at.told else value, True)


def ago(parts: Parts, at: Where) -> Meaning | None:
    """Read "two years ago", "three days later", "a week earlier", "a few months ago"."""
    unit = unit_of(parts, next((name for name in ("bare", "units") if name in parts), "unit"))
    count = None if "several" in parts or "units" in parts else number(parts.get("count", "one"))
    if count and "plus" in parts:
        count += 0.5
    side = parts["side"]
    way = 1 if side in _FORWARD else -1
    side = "from now" if side == "time" else side  # "in two weeks' time"
    if count is None and way < 0:
        return Meaning("DATE", "PAST_REF", True)
    if count is None:  # "a few weeks later" is after what is told, and may well be past
        ahead = side in {"from now", "hence"}
        return Meaning("DATE", "FUTURE_REF" if ahead else _OPEN.get(unit, "XXXX-XX-XX"), True)
    if at.quarter and unit == "Y" and count == 1 and way < 0:
        return Meaning("DATE", year_before(at.quarter), True)
    then = at.told_for(unit)
    from_now = side in {"ago", "from now"} or (not then)
    base = at.now if from_now and not (at.story and at.now) else then or at.now
    if at.ancient and at.story and unit == "Y":
        return Meaning("DATE", f"BC{max(at.ancient - way * int(count), 1):04d}", True)
    if unit in CLOCK_UNITS:
        return Meaning("DURATION", period(count, unit), True)
    later = side not in {"ago", "from now"}
    nothing = from_now and side not in {"from now", "hence", "ago"} and (way > 0 or unit in _DAYS | {"W"})
    if base is None or nothing or (later and _of_old(at, unit)):
        return _of(None, 0, unit)  # "war broke out in 1914 ... two days later"; later than nothing told
    if not from_now and then and unit in _FINER.get(at.grain, ()):
        return _after_none(at, unit)  # "in March ... two weeks later": after what is not told
    if "to" in parts and unit == "Y":  # "a year ago this week"
        away = {"tomorrow": 1, "yesterday": -1}.get(parts["to"], 0)
        found = _of(add_months(base, -12 * int(count)), away, _TO.get(parts["to"], "D"))
        return at_part(found, parts)
    if unit in _YEARS and count % 1:
        count, unit = count * _YEARS[unit], "Y"  # "half a century ago"
    value = _away(base, way * count, unit, at.story) or _before_our_era(base, way * count, unit)
    if later and way > 0 and at.way <= 1 and at.now and not at.story and value and _ahead(value, at.now):
        return _of(None, 0, unit)  # "a year and a half later she left": not later than what was told last
    return Meaning("DATE", value, True) if value else None


def _ahead(value: str, now: date) -> bool:
    days = interval(value)
    return days is not None and days[0] > now


def _before_our_era(base: date, count: float, unit: str) -> str | None:
    """Return the year so many years before our era, or that it is long past: "3.5 billion years ago"."""
    years = 1 - base.year - int(count * _YEARS.get(unit, 0))
    if years < 1:
        return None
    return f"BC{years:04d}" if years < _LONG_PAST else "PAST_REF"


def _away(base: date, count: float, unit: str, story: bool) -> str | None:
    """Return the value so many units away; halves, and the weeks of a story, to the day or the month."""
    if unit == "M" and count != int(count):
        return shifted(base, round(30.4 * count), "D")
    if unit == "Y" and count != int(count):
        return shifted(base, round(12 * count), "M")
    if unit == "W" and story:
        return shifted(base, round(7 * count), "D")
    if unit == "DE" and abs(count) == 1:
        return shifted(base, int(10 * count), "Y")
    return shifted(base, int(count), unit)


def that_unit(parts: Parts, at: Where) -> Meaning | None:
    """Read "that day", "the same week", "that year", "this date"."""
    unit = "D" if parts["unit"] == "date" else unit_of(parts)
    if at.ancient and unit == "Y":
        return Meaning("DATE", f"BC{at.ancient:04d}", True)
    if unit == "Q" and at.quarter and "Q" in at.quarter:
        return Meaning("DATE", at.quarter, True)
    base = at.told_for(unit) or (None if at.story or parts["unit"] == "date" else at.now)
    if unit == "D" and "det" not in parts and parts["unit"] == "day" and not at.story:
        told = at.told if at.near and at.grain == "day" and not _of_old(at, unit) else None
        base = told or at.now  # "later in the day"
    elif (unit == "D" and at.told and at.grain != "day") or _of_old(at, unit):
        base = None
    value = shifted(base, 0, unit) if base else None
    return Meaning("DATE", value or "PAST_REF", True)


def the_unit(parts: Parts, at: Where) -> Meaning | None:
    """Read "the year", "the weekend", "the month"."""
    unit = unit_of(parts, "u")
    if at.ancient and at.story and unit == "Y":
        return Meaning("DATE", f"BC{at.ancient:04d}", True)
    base = at.from_here() if unit == "WE" else at.base
    if unit == "M" and not parts.get("edge") and at.told and at.grain == "month" and at.near:
        base = at.told  # "prices rose in November ... by 0.7 percent in the month"
    if "told" in parts or (at.story and at.told and unit in _FINER.get(at.grain, ())):
        base = None  # "the year he returned" is not this one
    count = -1 if unit == "WE" and base and not at.story and at.way <= 0 and base.isoweekday() < 6 else 0
    edge = parts.get("edge", "")
    if unit == "Y" and base and " half of" in edge:
        return Meaning("DATE", f"{base.year:04d}-H{1 if 'first' in edge else 2}", True)
    return _of(base, count, unit)


def nth_unit(parts: Parts, at: Where) -> Meaning | None:
    """Read "the year before", "the day after", where nothing follows that they are measured from."""
    unit = unit_of(parts)
    if unit == "D" and at.told and at.grain != "day":
        return Meaning("DATE", "XXXX-XX-XX", True)  # "in March ... the day before": before what is not told
    base = at.told_for(unit) or (at.now if parts["side"] in {"before", "earlier"} else None)
    return _of(base, -1 if parts["side"] in {"before", "earlier"} else 1, unit)


def year_end(parts: Parts, at: Where) -> Meaning | None:
    """Read "year-end"."""
    base = at.base
    return Meaning("DATE", f"{base.year:04d}" if base else "XXXX", True)


def reference(parts: Parts, at: Where) -> Meaning | None:
    """Read "now", "recently", "the future"."""
    return Meaning("DATE", str(words("reference")[parts["reference"]]))


def vague(parts: Parts, at: Where) -> Meaning | None:
    """Read "recent years", "the coming weeks", "these days", "the weeks ahead"."""
    return Meaning("DATE", str(words("vague").get(parts["vague"], "FUTURE_REF")))
