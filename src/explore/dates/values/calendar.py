"""Rules for what the calendar names: days, months, years, decades, centuries, seasons, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from explore.dates.days import holiday, month_days
from explore.dates.grammar import words
from explore.dates.values.frame import Meaning, Parts, Where
from explore.dates.values.shifting import far, nearest_year, year_of

_SEASONS = ("SP", "SU", "FA", "WI")  # from March on; a winter is of the year it begins in
_SHORT_FOR = 1900  # from here on "'89" is one of our own and the last century


def _valid(value: str, relative: bool = False) -> Meaning | None:
    date.fromisoformat(value[:10])
    return Meaning("DATE", value, relative)


def iso(parts: Parts, at: Where) -> Meaning | None:
    """Read "2024-04-08"."""
    found = _valid(f"{parts['year']}-{parts['mm']}-{parts['dd']}")
    return at_part(found, parts) if found else None


def slashed(parts: Parts, at: Where) -> Meaning | None:
    """Read "4/8/2024", month first, and "13/4/2024", "13.4.2024", "13-Apr-24"."""
    year = int(parts["yy"])
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    month = int(parts["mm"]) if "mm" in parts else int(words("month")[parts["month"]])
    return _valid(f"{year:04d}-{month:02d}-{int(parts.get('dd') or parts['day']):02d}")


def week_of(parts: Parts, at: Where) -> Meaning | None:
    """Read "the week of March 6", "the weekend of April 6"."""
    first = {"month": parts.get("month") or parts["month2"], "day": parts.get("day") or parts["day2"]}
    found = month_day(first | ({"year": parts["year"]} if "year" in parts else {}), at)
    if found is None or not found.value[:4].isdigit():
        return found
    year, week, _ = date.fromisoformat(found.value).isocalendar()
    weekend = "-WE" if parts["unit"] == "weekend" else ""
    return Meaning("DATE", f"{year:04d}-W{week:02d}{weekend}", found.relative)


def _day_number(parts: Parts) -> int:
    if "day" in parts:
        return int(parts["day"])
    return int(words("ordinal")[parts["ordinal"]])


def month_day(parts: Parts, at: Where) -> Meaning | None:
    """Read "April 8", "Monday, 8 April 2024", "the night of April 8"."""
    month, day = int(words("month")[parts["month"]]), _day_number(parts)
    year = year_of(parts, at)
    relative = year is None or "year" not in parts
    if "bc" in parts:
        return Meaning("DATE", f"BC{int(parts['bc']):04d}-{month:02d}-{day:02d}")
    if year is None and "shift" in parts and at.now:
        shift = int(words("shift")[parts["shift"]])
        year = nearest_year(month, day, replace(at, way=2 * shift))
        if year and day and shift and (date(year, month, day) > at.now) == (shift < 0):
            year += shift  # "last July 28", said early in July
    if year is None and "known" in parts and (not at.now or date(int(parts["known"]), month, day) <= at.now):
        year = int(parts["known"])
    if year is None:
        year = nearest_year(month, day or 28, at)
        if year is not None and "weekday" in parts:
            year = _year_of_weekday(year, month, day, int(words("weekday")[parts["weekday"]]), at)
    if year is None:
        date(2000, month, day or 1)
        return Meaning("DATE", f"XXXX-{month:02d}-{f'{day:02d}' if day else 'XX'}", True)
    day = day or month_days(year, month)[1].day  # "the last day of May"
    found = _valid(f"{year:04d}-{month:02d}-{day:02d}", relative)
    return at_part(found, parts) if found else None


def _year_of_weekday(year: int, month: int, day: int, weekday: int, at: Where) -> int:
    """Return the year in which a day falls on its weekday: about publication if it can, else about a year."""
    here = at.now.year if at.now else year
    years = (here, here - 1, here + 1, year, year - 1, year + 1)
    there = [one for one in years if day <= month_days(one, month)[1].day]
    return next((one for one in there if date(one, month, day).isoweekday() == weekday), year)


def at_part(found: Meaning, parts: Parts) -> Meaning:
    """Return a day narrowed to a part of it: "the night of April 18", "Friday morning", "5 p.m., Nov. 6"."""
    if "clock" in parts or "noon" in parts:
        return Meaning("TIME", found.value + clock_of(parts), True)
    part = parts.get("part") or parts.get("part2")
    return Meaning("TIME", f"{found.value}T{words('part')[part]}", True) if part else found


def clock_of(parts: Parts) -> str:
    """Return the time of day as "T17:00"."""
    if "noon" in parts:
        return "T24:00" if parts["noon"] == "midnight" else "T12:00"
    said = (parts.get("clock") or str(words("number")[parts["hour"]])).replace(".", ":")[:5]
    hour, _, minute = said.partition(":") if ":" in said or len(said) < 3 else (said[:-2], "", said[-2:])
    half = parts.get("half", "")
    late = half.startswith(("p", "afternoon", "evening"))
    value = int(hour) % 12 + 12 if late else 0 if half and int(hour) == 12 else int(hour)
    return f"T{value:02d}:{minute or '00'}"


def _shifted_year(month: int, way: int, now: date) -> int:
    """Return the year of "last October", "next May", "this June"; "last October" is not of last month."""
    if way < 0:
        past = now.year - (month >= now.month)
        return past - ((now.year - past) * 12 + now.month - month == 1)
    return now.year + (month <= now.month) if way > 0 else now.year


def month_year(parts: Parts, at: Where) -> Meaning | None:
    """Read "March 2024", "in July last year"."""
    month = int(words("month")[parts["month"]])
    if "bc" in parts:
        return Meaning("DATE", f"BC{int(parts['bc']):04d}-{month:02d}")
    year = year_of(parts, at)
    return Meaning("DATE", f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}", "year" not in parts)


def month(parts: Parts, at: Where) -> Meaning | None:
    """Read "March", "last October"."""
    of_year = int(words("month")[parts["month"]])
    base = at.from_here(parts.get("shift"))
    if "shift" in parts:
        year = _shifted_year(of_year, int(words("shift")[parts["shift"]]), base) if base else None
    elif at.ancient and at.story:
        return Meaning("DATE", f"BC{at.ancient:04d}-{of_year:02d}", True)
    elif "name" in parts and not at.story:
        year = None  # "the October Revolution" is of no October near
    else:
        year = nearest_year(of_year, 15, at)
    return Meaning("DATE", f"{year:04d}-{of_year:02d}" if year else f"XXXX-{of_year:02d}", True)


def year(parts: Parts, at: Where) -> Meaning | None:
    """Read "2024", "fiscal 2024", "the second half of 2024"."""
    if "short" in parts and at.told and at.story and at.told.year < _SHORT_FOR:
        return Meaning("DATE", f"{at.told.year // 100:02d}{parts['short']}", True)  # "the Club of '89"
    half = "-H1" if parts.get("halfof") in {"first", "1"} else "-H2" if "halfof" in parts else ""
    return Meaning("DATE", f"{int(parts['year']):04d}{half}")


def early_year(parts: Parts, at: Where) -> Meaning | None:
    """Read "348", a year of the first thousand where the text speaks of others."""
    return year(parts, at)


def bc(parts: Parts, at: Where) -> Meaning | None:
    """Read "480 BC"."""
    return Meaning("DATE", f"BC{int(parts['bc']):04d}")


def decade(parts: Parts, at: Where) -> Meaning | None:
    """Read "the 1990s"."""
    start = parts["decade_start"].strip("'’")
    if parts.get("era", "").startswith("b"):
        return Meaning("DATE", f"BC{int(start) // 10:03d}")
    return Meaning("DATE", f"19{start[0]}" if len(start) == 2 else start[:3])


def decade_word(parts: Parts, at: Where) -> Meaning | None:
    """Read "the nineties"."""
    return Meaning("DATE", f"19{words('decade')[parts['decade']]}")


def century(parts: Parts, at: Where) -> Meaning | None:
    """Read "the 20th century"."""
    if "hundreds" in parts:  # "the 1800s" are a century, "the 2000s" ten years
        return Meaning("DATE", parts["hundreds"])
    nth = int(parts["nth"]) if "nth" in parts else int(words("ordinal")[parts["ordinal"]])
    if not 0 < nth <= 99:
        return None
    return Meaning("DATE", f"BC{nth - 1:02d}" if parts.get("era", "").startswith("b") else f"{nth - 1:02d}")


def season(parts: Parts, at: Where) -> Meaning | None:
    """Read "the summer", "last spring", "autumn 2023"."""
    code = str(words("season")[parts["season"]])
    if "bc" in parts:
        return Meaning("DATE", f"BC{int(parts['bc']):04d}-{code}")
    if "open" in parts and not at.story:
        return Meaning("DATE", f"XXXX-{code}")
    year = year_of(parts, at)
    base = at.from_here(parts["shift"]) if "shift" in parts else at.base
    if year is None and "that" in parts and not at.ancient:
        told = at.told_for("Y")
        return Meaning("DATE", f"{told.year if told else 'XXXX'}-{code}", True)
    if year is None and at.story and at.ancient:
        return Meaning("DATE", f"BC{at.ancient:04d}-{code}", True)
    if year is None and base:
        shift = int(words("shift")[parts["shift"]]) if "shift" in parts else None
        bare = at.story and shift is None
        year = base.year if bare else _season_year(_SEASONS.index(code), base, shift, at.way)
    return Meaning("DATE", f"{year or 'XXXX'}-{code}", "year" not in parts)


def _season_year(nth: int, base: date, shift: int | None, way: int) -> int:
    """Return the year of a season seen from a day: "last summer", "this winter", "in the spring"."""
    year, month = (base.year, base.month - 3) if base.month > 2 else (base.year - 1, base.month + 9)
    now = month // 3
    if shift == 0 and way < 0 and nth - now == len(_SEASONS) - 1:
        return year - 1  # "this winter was mild", said in spring
    if shift == 0 or (shift is None and not way):
        return year if nth == now or base.month > 2 else base.year
    behind = (shift if shift is not None else way) < 0
    here = shift is None and nth == now
    return year if here or (nth < now if behind else nth > now) else year - 1 if behind else year + 1


def famous(parts: Parts, at: Where) -> Meaning | None:
    """Read "9/11", a day that its name tells."""
    return Meaning("DATE", str(words("famous")[parts["famous"]]))


def named_day(parts: Parts, at: Where) -> Meaning | None:
    """Read a holiday in the year that is named or the nearest one."""
    rule = str(words("holiday")[parts["holiday"]])
    year = year_of(parts, at)
    if year is not None:
        return at_part(Meaning("DATE", holiday(rule, year).isoformat()), parts)
    base = at.from_here(parts["shift"]) if "shift" in parts else at.base
    if base is None:
        value = f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX"
        return at_part(Meaning("DATE", value, True), parts)
    days = [holiday(rule, y) for y in (base.year - 1, base.year, base.year + 1) if 1583 <= y <= 9998]
    way = int(words("shift")[parts["shift"]]) if "shift" in parts else 0 if at.story else at.way
    if "shift" in parts:
        days = [day for day in days if not way or (day - base).days * way > 0] or days
    day = min(days, key=lambda day: far((day - base).days, way))
    return at_part(Meaning("DATE", day.isoformat(), True), parts)
