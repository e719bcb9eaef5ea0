"""What found words mean: TIMEX3 type and value, against a day of reference and a direction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from explore.dates.days import holiday
from explore.dates.grammar import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from explore.dates.timex import TimexType

_HOURS = {"D", "H", "TM", "S"}
_VAGUE = "several many few some couple dozens hundreds recent number countless numerous"
_FORWARD = {"later", "from now", "hence", "after", "afterward", "afterwards"}
_STEP = {"D": 1, "W": 7, "2W": 14, "WE": 7}


@dataclass(frozen=True, slots=True)
class Where:
    """What a relative expression is measured from.

    Attributes
    ----------
    now : datetime.date or None
        The day of publication, or the anchor of a story.
    told : datetime.date or None
        The last day the text has spoken of.
    way : int
        -1 behind, 0 not told, 1 ahead.
    story : bool
        True where the text is a history and not news: bare dates follow the last one told.
    grain : str
        How exactly `told` is known: "year", "month" or "day".
    """

    now: date | None = None
    told: date | None = None
    way: int = 0
    story: bool = False
    grain: str = "day"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 type and value, and whether something else was needed to know it."""

    type: TimexType
    value: str
    relative: bool = False


Parts = dict[str, str]


def number(text: str) -> float | None:
    """Return the number that words or digits say; None where they say only "some".

    >>> number("twenty-five"), number("two and a half"), number("several")
    (25, 2.5, None)
    """
    text = text.strip().lower()
    if re.fullmatch(r"half an?", text):
        return 0.5
    half = 0.5 if text.endswith((" 1/2", "and a half")) else 0
    text = re.sub(r" (1/2|and a half)$", "", text)
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text) + half if "." in text or half else int(text)
    hundred = text.endswith("hundred")
    parts = re.split(r"[ -]", text.removesuffix(" hundred"))
    known = words("number")
    if not all(p in known for p in parts):
        return None
    return (
        float(sum(known[p] for p in parts) * (100 if hundred else 1)) + half
        if half
        else sum(known[p] for p in parts) * (100 if hundred else 1)
    )


def _unit(parts: Parts, name: str = "unit") -> str:
    word = parts.get(name, "")
    known = words("unit")
    found: str = known.get(word) or known.get(word.rstrip("s")) or ("DE" if word == "decades" else "C")
    return found


def period(count: float | str | None, unit: str) -> str:
    """Return a TIMEX3 duration.

    >>> period(2.5, "Y"), period(None, "H"), period(2, "2W")
    ('P2.5Y', 'PTXH', 'P4W')
    """
    if unit == "2W" and isinstance(count, int | float):
        count, unit = 2 * count, "W"
    if unit == "Q" and isinstance(count, int | float):
        count, unit = 3 * count, "M"
    shown = "X" if count is None else f"{count:g}" if isinstance(count, int | float) else count
    unit = {"2W": "W", "C": "CE"}.get(unit, unit)
    if unit in {"H", "TM", "S"}:
        return f"PT{shown}{unit[-1]}"
    return f"P{shown}{unit}"


def add_months(day: date, count: int) -> date:
    """Return the day some months away, the last of the month where there is none such."""
    total = day.year * 12 + day.month - 1 + count
    year, month = total // 12, total % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day
    return date(year, month, min(day.day, last))


def shifted(day: date, count: int, unit: str) -> str | None:
    """Return the value of the unit that lies some units away from a day.

    >>> shifted(date(2024, 4, 7), -1, "M")
    '2024-03'
    """
    try:
        if unit in {"D", "W", "2W", "WE"}:
            moved = day + timedelta(count * _STEP[unit])
            if unit == "D":
                return moved.isoformat()
            year, week, _ = moved.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
        if unit == "M":
            return add_months(day, count).isoformat()[:7]
        if unit == "Q":
            moved = add_months(day, 3 * count)
            return f"{moved.year}-Q{(moved.month + 2) // 3}"
        years = {"Y": 1, "DE": 10, "C": 100}.get(unit)
        if years is None:
            return None
        year = day.year + count * years
        return f"{year:04d}"[: {1: 4, 10: 3, 100: 2}[years]]
    except (ValueError, OverflowError):
        return None


def _year(parts: Parts, at: Where) -> int | None:
    """Return the year that the words name, by number or by "last year"."""
    if "year" in parts:
        return int(parts["year"][-4:]) if parts["year"][-4:].isdigit() else None
    if "shift" in parts and at.now:
        return at.now.year + int(words("shift")[parts["shift"]])
    return None


def iso(parts: Parts, at: Where) -> Meaning | None:
    return _valid(f"{parts['year']}-{parts['mm']}-{parts['dd']}")


def slashed(parts: Parts, at: Where) -> Meaning | None:
    year = int(parts["yy"])
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    return _valid(f"{year:04d}-{int(parts['mm']):02d}-{int(parts['dd']):02d}")


def _valid(value: str, relative: bool = False) -> Meaning | None:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return None
    return Meaning("DATE", value, relative)


def nearest_year(month: int, day: int, at: Where) -> int | None:
    """Return the year of a month (and day) that names none, by the direction and by nearness."""
    if at.story and at.told:
        behind = (at.told.month, at.told.day if at.grain == "day" else 1) > (
            month,
            28 if at.grain != "day" else day,
        )
        apart = (month - at.told.month) % 12
        return at.told.year + (1 if behind and apart <= 4 and at.grain != "year" else 0)
    if not at.now:
        return None
    around = [y for y in (at.now.year - 1, at.now.year, at.now.year + 1) if 1 <= y <= 9998]

    def distance(year: int) -> float:
        try:
            gap = (date(year, month, min(day, 28)) - at.now).days if at.now else 0
        except ValueError:
            return 9e9
        if month == at.now.month and year == at.now.year and at.now:
            return 0
        wrong = at.way * gap < 0
        return abs(gap) * (3.5 if wrong else 1) + (20 if gap > 0 and not at.way else 0)

    return min(around, key=distance)


def month_day(parts: Parts, at: Where) -> Meaning | None:
    month, day = int(words("month")[parts["month"]]), int(parts["day"])
    year = _year(parts, at)
    relative = "year" not in parts
    if year is None:
        year = nearest_year(month, day, at)
    if year is None:
        return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", True) if day <= 31 else None
    return _valid(f"{year:04d}-{month:02d}-{day:02d}", relative)


def shift_month_day(parts: Parts, at: Where) -> Meaning | None:
    return month_day({k: v for k, v in parts.items() if k != "shift"}, at)


def month_year(parts: Parts, at: Where) -> Meaning | None:
    month = int(words("month")[parts["month"]])
    if "bc" in parts:
        return Meaning("DATE", f"BC{int(parts['bc']):04d}-{month:02d}")
    year = _year(parts, at)
    return Meaning("DATE", f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}", "year" not in parts)


def month(parts: Parts, at: Where) -> Meaning | None:
    number_ = int(words("month")[parts["month"]])
    year: int | None
    if "shift" in parts and at.now:
        way = int(words("shift")[parts["shift"]])
        now = at.now
        year = now.year
        if way < 0:
            year -= number_ >= now.month
        elif way > 0:
            year += number_ <= now.month
    else:
        year = nearest_year(number_, 15, at)
    return Meaning("DATE", f"{year:04d}-{number_:02d}" if year else f"XXXX-{number_:02d}", True)


def year(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("DATE", parts["year"])


def bc(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("DATE", f"BC{int(parts['bc']):04d}")


def decade(parts: Parts, at: Where) -> Meaning | None:
    start = parts["decade_start"]
    return Meaning("DATE", ("19" + start[1] if start.startswith("'") else start[:3]))


def decade_word(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("DATE", f"19{words('decade')[parts['decade']]}")


def century(parts: Parts, at: Where) -> Meaning | None:
    nth = int(parts["nth"]) if "nth" in parts else int(words("ordinal")[parts["ordinal"]])
    if not 0 < nth <= 99:
        return None
    return Meaning("DATE", f"BC{nth - 1:02d}" if parts.get("era", "").startswith("b") else f"{nth - 1:02d}")


def quarter(parts: Parts, at: Where) -> Meaning | None:
    nth = int(parts["nth"]) if "nth" in parts else int(words("ordinal")[parts["ordinal"]])
    year = _year(parts, at)
    if nth == 0:
        return Meaning("DATE", shifted(at.now, -1, "Q") or "XXXX-QX", True) if at.now else None
    if year is None and at.now:
        year = at.now.year
        if 3 * nth - 2 > at.now.month and at.way <= 0:
            year -= 1
        elif 3 * nth < at.now.month and at.way > 0:
            year += 1
    return Meaning("DATE", f"{year or 'XXXX'}-Q{nth}", "year" not in parts)


def year_part(parts: Parts, at: Where) -> Meaning | None:
    if not at.now:
        return Meaning("DATE", "XXXX-QX", True)
    last = shifted(at.now, -1, "Q") or "XXXX-QX"
    if "year" in parts:
        return Meaning("DATE", f"{parts['year']}{last[4:]}", True)
    return Meaning("DATE", last, True)


def season(parts: Parts, at: Where) -> Meaning | None:
    code = str(words("season")[parts["season"]])
    year = int(parts["year"]) if "year" in parts else None
    if year is None and at.now:
        base = at.told if at.story and at.told else at.now
        year = base.year
        way = int(words("shift")[parts["shift"]]) if "shift" in parts else at.way
        if not at.story:
            start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
            if way < 0 and start >= base.month:
                year -= 1
            elif way > 0 and "shift" in parts and start <= base.month:
                year += 1
    return Meaning("DATE", f"{year or 'XXXX'}-{code}", "year" not in parts)


def weekday_day(day: int, at: Where, shift: str | None = None) -> date | None:
    """Return the day a weekday means: in news one's own weekday is today, else it lies behind unless a verb says ahead."""
    base = at.told if at.story and at.told else at.now
    if base is None:
        return None
    ahead = (day - base.isoweekday()) % 7
    way = int(words("shift")[shift]) if shift else None
    if way is None:
        forward = at.way > 0 or at.story
        return base + timedelta(ahead if forward or not ahead else ahead - 7)
    if way < 0:
        return base + timedelta(ahead - 7)
    if way > 0:
        return base + timedelta(ahead or 7)
    return base + timedelta(day - base.isoweekday())


def weekday(parts: Parts, at: Where) -> Meaning | None:
    number_ = int(words("weekday")[parts["weekday"]])
    day = weekday_day(number_, at, parts.get("shift"))
    value = day.isoformat() if day else f"XXXX-WXX-{number_}"
    return _in_day(value, parts)


def _in_day(value: str, parts: Parts) -> Meaning:
    if "part" in parts:
        return Meaning("TIME", f"{value}T{words('part')[parts['part']]}", True)
    return Meaning("DATE", value, True)


def _clock(parts: Parts) -> str:
    text = parts.get("clock", "")
    hour, _, minute = text.partition(":")
    if not hour:
        return "T12:00"
    pm = parts.get("half", "").startswith("p")
    value = int(hour) % 12 + 12 if pm else (0 if parts.get("half") and int(hour) == 12 else int(hour))
    return f"T{value:02d}:{minute or '00'}"


def weekday_clock(parts: Parts, at: Where) -> Meaning | None:
    found = weekday({"weekday": parts["weekday"]}, at)
    return Meaning("TIME", (found.value if found else "XXXX-XX-XX") + _clock(parts), True)


def clock(parts: Parts, at: Where) -> Meaning | None:
    day = at.told if at.told and at.grain == "day" else at.now
    return Meaning("TIME", (day.isoformat() if day else "XXXX-XX-XX") + _clock(parts), True)


def today(parts: Parts, at: Where) -> Meaning | None:
    word = parts["today"]
    if not at.now or (at.story and word == "today"):
        return Meaning("DATE", "PRESENT_REF" if word == "today" else "XXXX-XX-XX", True)
    value = (at.now + timedelta(int(words("today")[word]))).isoformat()
    return Meaning("TIME", value + "TNI", True) if word == "tonight" else _in_day(value, parts)


def day_away(parts: Parts, at: Where) -> Meaning | None:
    count = -2 if parts["side"].startswith("before") else 2
    return Meaning("DATE", (at.now + timedelta(count)).isoformat() if at.now else "XXXX-XX-XX", True)


def day_part(parts: Parts, at: Where) -> Meaning | None:
    part = words("part")[parts["part"]]
    day = (
        at.now
        if parts["det"] == "this" and not at.story
        else (at.told if at.grain == "day" else None) or (None if at.story else at.now)
    )
    if day:
        day += timedelta({"the next": 1, "the following": 1, "the previous": -1}.get(parts["det"], 0))
    return Meaning("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}", True)


def shift_unit(parts: Parts, at: Where) -> Meaning | None:
    unit, word = _unit(parts), parts["shift"]
    way = int(words("shift")[word])
    if unit in _HOURS - {"D"}:
        return Meaning("DURATION", period(1, unit), True)
    if (
        word in {"the past", "past", "the last"}
        and unit != "WE"
        and not at.story
        and parts.get("shift") != "last"
    ):
        return Meaning("DURATION", period(1, unit), True)
    told = (
        word.removeprefix("the ") in {"following", "previous", "prior", "preceding", "same", "that same"}
        or word == "the next"
        or (at.story and word not in {"last", "this", "next"})
    )
    base = at.told if (told or at.story) and at.told else at.now
    value = shifted(base, way, unit) if base else None
    return Meaning("DATE", value or "XXXX", True)


def shift_units(parts: Parts, at: Where) -> Meaning | None:
    unit = _unit(parts)
    count = number(parts["count"]) if "count" in parts else None
    return Meaning("DURATION", period(count, unit), True)


def ago(parts: Parts, at: Where) -> Meaning | None:
    unit = _unit(parts, "bare" if "bare" in parts else "unit")
    count = number(parts.get("count", "one")) if "several" not in parts else None
    side = parts["side"]
    way = 1 if side in _FORWARD else -1
    base = at.now if side in {"ago", "from now"} and not at.story else at.told or at.now
    if count is None:
        return Meaning("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", True)
    if unit in _HOURS - {"D"} or base is None:
        return Meaning("DURATION", period(count, unit), True)
    if unit == "W":
        moved = _moved(base, way * int(round(7 * count)))
        return Meaning("DATE", moved.isoformat(), True) if moved else None
    value = shifted(base, way * int(count), unit)
    return Meaning("DATE", value, True) if value else None


def _moved(base: date, days: int) -> date | None:
    try:
        return base + timedelta(days)
    except OverflowError:
        return None


def after(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("DATE", "XXXX-XX-XX", True)


def that_unit(parts: Parts, at: Where) -> Meaning | None:
    base = at.told or (None if at.story else at.now)
    value = shifted(base, 0, _unit(parts)) if base else None
    return Meaning("DATE", value or "PAST_REF", True)


def the_unit(parts: Parts, at: Where) -> Meaning | None:
    unit = _unit(parts, "u")
    base = at.told if at.story else at.now
    value = shifted(base, 0, unit) if base else None
    if unit == "WE" and base and not at.story and at.way <= 0 and base.isoweekday() < 6:
        value = shifted(base, -1, unit)
    return Meaning("DATE", value or "XXXX", True)


def year_end(parts: Parts, at: Where) -> Meaning | None:
    base = at.told if at.story and at.told else at.now
    return Meaning("DATE", f"{base.year}-12-31" if base else "XXXX-12-31", True)


def duration(parts: Parts, at: Where) -> Meaning | None:
    unit = "M" if "months" in parts else _unit(parts)
    count = number(parts.get("count", "one"))
    return Meaning("DURATION", period(count, unit)) if count else None


def vague_duration(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("DURATION", period(None, _unit(parts)))


def bare_units(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("DURATION", period(None, _unit(parts, "u")))


def every(parts: Parts, at: Where) -> Meaning | None:
    if "weekday" in parts:
        return Meaning("SET", f"XXXX-WXX-{words('weekday')[parts['weekday']]}")
    if "month" in parts:
        return Meaning("SET", f"XXXX-{int(words('month')[parts['month']]):02d}")
    if "season" in parts:
        return Meaning("SET", f"XXXX-{words('season')[parts['season']]}")
    if "part" in parts:
        return Meaning("SET", f"XXXX-XX-XXT{words('part')[parts['part']]}")
    return Meaning("SET", period(number(parts.get("count", "one")), _unit(parts)))


def plural_weekday(parts: Parts, at: Where) -> Meaning | None:
    value = f"XXXX-WXX-{words('weekday')[parts['weekday']]}"
    return Meaning("SET", value + (f"T{words('part')[parts['part']]}" if "part" in parts else ""))


def often(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("SET", str(words("often")[parts["often"]]))


def per(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("SET", period(1, _unit(parts, "unit" if "unit" in parts else "unit2")))


def named_day(parts: Parts, at: Where) -> Meaning | None:
    rule = str(words("holiday")[parts["holiday"]])
    if "year" in parts:
        return Meaning("DATE", holiday(rule, int(parts["year"])).isoformat())
    base = at.told if at.story and at.told else at.now
    if base is None:
        return Meaning("DATE", f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX", True)
    days = [holiday(rule, y) for y in (base.year - 1, base.year, base.year + 1) if 1583 <= y <= 9998]
    if not days:
        return None
    way = int(words("shift")[parts["shift"]]) if "shift" in parts else 0
    right = [d for d in days if not way or (d - base).days * way > 0] or days
    return Meaning("DATE", min(right, key=lambda d: abs((d - base).days)).isoformat(), True)


def reference(parts: Parts, at: Where) -> Meaning | None:
    return Meaning("DATE", str(words("reference")[parts["reference"]]))


RULES: dict[str, Callable[[Parts, Where], Meaning | None]] = {
    f.__name__: f
    for f in (
        iso,
        slashed,
        month_day,
        shift_month_day,
        month_year,
        month,
        year,
        bc,
        decade,
        decade_word,
        century,
        quarter,
        year_part,
        season,
        weekday,
        weekday_clock,
        clock,
        today,
        day_away,
        day_part,
        shift_unit,
        shift_units,
        ago,
        after,
        that_unit,
        the_unit,
        year_end,
        duration,
        vague_duration,
        bare_units,
        every,
        plural_weekday,
        often,
        per,
        reference,
    )
} | {"holiday": named_day}


def meaning(rule: str, parts: Parts, at: Where) -> Meaning | None:
    """Return what a shape means where it stands; None where it is no time after all (30 February)."""
    try:
        return RULES[rule](parts, at)
    except (ValueError, OverflowError):
        return None
