"""Days as they are written: "April 8, 2024", "8-Apr-2024", "25/03/2024", /2024/apr/08/ in an address."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NTH = r"(?:st|nd|rd|th)?"
_NAMED = (
    rf"(?P<month>{_MONTH})\.?\s{{1,2}}(?P<day>\d{{1,2}}){_NTH}(?:,?\s(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}}){_NTH}\.?(?:\sof)?[\s-](?P<month2>{_MONTH})\.?(?:[,\s-]\s?(?P<year2>\d{{4}}))?"
    r"|(?P<year3>\d{4})(?P<mark>[-/.])(?P<month3>\d\d)(?P=mark)(?P<day3>\d\d)"
)
# A day of a dateline, with its year or without.
DAY = rf"(?:{_NAMED})(?!\d)"
# On a line of its own, also "25/03/2024", "11/18/19", "25.03.2024", "Mon Apr 8 10:32:11 2024", "20249:05 AM".
LINE_DAY = re.compile(
    rf"(?<![\w/.-])(?:(?P<month5>{_MONTH})\s{{1,2}}(?P<day5>\d{{1,2}})"
    r"\s\d\d:\d\d(?::\d\d)?(?:\s[A-Z]{3,4})?\s(?P<year5>\d{4})"
    rf"|{_NAMED}"
    r"|(?P<a>\d{1,2})(?P<mark2>[/.])(?P<b>\d{1,2})(?P=mark2)(?P<year4>\d{4}|(?<=/)\d\d(?=\s)))"
    r"(?:(?!\d)(?![/.-]\d)|(?=\d{1,2}:\d\d))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?://[^\s/]{3,80}/(?:[^\s/]{1,80}/){0,3}?"
    rf"(?:[^\s/]{{0,120}}-)?(?P<year3>(?:19|20)\d\d)(?:(?P<mark>[/-])(?P<month3>\d\d?|{_MONTH})(?P=mark)(?P<day3>\d\d?)"
    r"|(?P<month4>0[1-9]|1[0-2])(?P<day4>0[1-9]|[12]\d|3[01]))(?:[./-]\S{0,200})?[ \t]{0,3}$",
    re.IGNORECASE,
)


def days_in(text: str) -> list[date]:
    """Return the days with a year that a text names and that can be read one way only.

    >>> days_in("Posted on April 9, 2024 by Ana Rusu in World")
    [datetime.date(2024, 4, 9)]
    """
    return [day for match in LINE_DAY.finditer(text) if (day := day_of(match)) is not None]


def day_in_address(address: str) -> date | None:
    """Return the day in the address of an article: /2024/04/09/, /2024/apr/09/, /visit-20240409.html.

    >>> day_in_address("https://news.example.org/world/2024/apr/08/ministers-meet").isoformat()
    '2024-04-08'
    """
    found = _ADDRESS.search(address)
    if found is None:
        return None
    month = (found["month3"] or found["month4"]).lower()
    return made(int(found["year3"]), MONTHS.get(month) or int(month), int(found["day3"] or found["day4"]))


def day_of(match: re.Match[str]) -> date | None:
    """Return the day of a match; None where there is no such day, no year, or it can be read two ways."""
    readings = readings_of(match, "")
    return made(*readings[0]) if len(readings) == 1 else None


def readings_of(match: re.Match[str], order: str) -> list[tuple[int | None, int, int]]:
    """Return year, month and day that a match may be; `order` ("md", "dm") tells how to read 04/05."""
    part = {name: value for name, value in match.groupdict().items() if value}
    told = year_of(match)
    year = int(told) if told else None
    if name := part.get("month") or part.get("month2") or part.get("month5"):
        day = part.get("day") or part.get("day2") or part["day5"]
        return [(year, MONTHS[name.lower()], int(day))]
    if "month3" in part:
        return [(year, int(part["month3"]), int(part["day3"]))]
    if year is not None and year < 100:
        year += 1900 if year > 68 else 2000
    first, second = int(part["a"]), int(part["b"])
    readings = {"md": (year, first, second), "dm": (year, second, first)}
    if part["mark2"] == "." and max(first, second) <= 12:
        order = "dm"
    elif first > 12 or second > 12 or first == second:
        order = "dm" if first > 12 else "md"
    return [readings[order]] if order else list(readings.values())


def year_of(match: re.Match[str]) -> str | None:
    """Return the year of a match as it is written; None where it has none."""
    part = match.groupdict()
    return next((part[y] for y in ("year", "year2", "year3", "year4", "year5") if part.get(y)), None)


def made(year: int | None, month: int, day: int) -> date | None:
    """Return the day of a year, month and day; None where there is none."""
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None
