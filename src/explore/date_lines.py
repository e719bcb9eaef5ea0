"""Lines that say when an article was published: "By Anna Berg | 8 Apr 2024, 10:32 GMT", an address."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

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
_LINE_DAY = re.compile(
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
_CLOCK = re.compile(
    r"(?:[T@]|\b)\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:gmt|utc)\s?[+-]\d{1,2}(?::?\d\d)?\b|[+-]\d\d:?\d\d\b"
    r"|\b\d{4}(?=\s(?:gmt|utc|[a-z]{1,3}t)\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?<!\d)\d{1,4}(?=[\s-]?(?:sec|min|hour|hr|day|week|month|share|comment|view|like)|[\s-]?h\b)",
    re.IGNORECASE,
)
# "8:05 AM ESTUpdated", "8:05 GMT1 day ago".
_GLUED = re.compile(r"(?<=[A-Z][A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)")
_WORD = re.compile(r"@\w*|https?:\S+|[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\d+")
_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(
        Path(__file__).with_name("date_lines.toml").read_text(encoding="utf-8")
    ).items()
}
_LABELS = _WORDS["published"] | _WORDS["updated"]
_MEANINGLESS = _LABELS | _WORDS["beside"]
_PREPOSITIONS = frozenset({"on", "in", "of", "by", "for"})
_BETWEEN = re.compile(r"[|·•,:/–—-]")
# "Anna Berg (April 8, 1924 –"
_LIFE = re.compile(r"\([^()]{6,30}[–-]\s*(?:$|[^()]{0,30}\))")
# "April 8, 2024 Anna Berg"
_NAME = re.compile(r"\s+[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]*){1,3}\s*")
_LEAP_YEAR = 2000
_MOST_NAMES, _LONGEST = 6, 160


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says of when an article was published.

    Attributes
    ----------
    days : tuple of (str, datetime.date)
        Each day with "published", "updated" or "", as the line calls it.
    partial : tuple of (int or None, int, int)
        Year, month and day of what is not told in full: without a year, or 04/05/2024 both ways.
    stamped : bool
        Whether an author, a time of day or "published" stands beside them.
    """

    days: tuple[tuple[str, date], ...]
    partial: tuple[tuple[int | None, int, int], ...]
    stamped: bool


def date_line(line: str, title: bool = False) -> DateLine | None:
    """Return what a line says that is a date with what belongs to it; None for any other line.

    What belongs to a date is who wrote the article, where, and the time of day. A headline may end with
    the day of which it is the record.

    >>> date_line("By Anna Berg | 8 Apr 2024, 10:32 GMT").days
    (('', datetime.date(2024, 4, 8)),)
    >>> date_line("Published 04/05/2024").partial, date_line("On 8 April 2024 he left.")
    (((2024, 4, 5), (2024, 5, 4)), None)
    """
    found = list(_LINE_DAY.finditer(line)) if 5 < len(line) <= _LONGEST else []
    if not found or _LIFE.search(line):
        return None
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(line)]
    parts = [_GLUED.sub(" ", line[end:start]) for end, start in zip(ends, starts, strict=True)]
    words = [_words(part) for part in parts]
    said = {word.lower() for word in chain(*words)}
    stamped = (
        _author(list(chain(*words))) is not None
        or any(_CLOCK.search(part) for part in parts)
        or bool(said & _LABELS)
    )
    set_apart = _BETWEEN.search(parts[0].rstrip()[-1:] + parts[-1].lstrip()[:1]) is not None
    set_apart = set_apart or (parts[0] == "" and _NAME.fullmatch(parts[-1]) is not None)
    if not _belong(words, title, stamped or set_apart, line.rstrip().endswith((".", "?", "!"))):
        return None
    order = "md" * bool(said & _WORDS["month_first"]) or "dm" * bool(said & _WORDS["day_first"])
    days, partial = [], []
    for match, part in zip(found, words, strict=False):
        readings = _readings(match, order)
        if len(readings) == 1 and (day := _made(*readings[0])):
            days.append((_kind(part), day))
        else:
            partial.extend((y, m, d) for y, m, d in readings if _made(y or _LEAP_YEAR, m, d))
    return DateLine(tuple(days), tuple(partial), stamped) if stamped or any(map(_year, found)) else None


def days_in(text: str) -> list[date]:
    """Return the days with a year that a text names and that can be read one way only.

    >>> days_in("Posted on April 9, 2024 by Ana Rusu in World")
    [datetime.date(2024, 4, 9)]
    """
    return [day for match in _LINE_DAY.finditer(text) if (day := day_of(match)) is not None]


def day_in_address(address: str) -> date | None:
    """Return the day in the address of an article: /2024/04/09/, /2024/apr/09/, /visit-20240409.html.

    >>> day_in_address("https://news.example.org/world/2024/apr/08/ministers-meet").isoformat()
    '2024-04-08'
    """
    found = _ADDRESS.search(address)
    if found is None:
        return None
    month = (found["month3"] or found["month4"]).lower()
    return _made(int(found["year3"]), MONTHS.get(month) or int(month), int(found["day3"] or found["day4"]))


def day_of(match: re.Match[str]) -> date | None:
    """Return the day of a match; None where there is no such day, no year, or it can be read two ways."""
    readings = _readings(match, "")
    return _made(*readings[0]) if len(readings) == 1 else None


def _readings(match: re.Match[str], order: str) -> list[tuple[int | None, int, int]]:
    """Return year, month and day that a match may be; `order` ("md", "dm") tells how to read 04/05."""
    part = {name: value for name, value in match.groupdict().items() if value}
    told = _year(match)
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


def _year(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    return next((part[y] for y in ("year", "year2", "year3", "year4", "year5") if part.get(y)), None)


def _made(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _words(part: str) -> list[str]:
    return [word.rstrip(".") for word in _WORD.findall(_COUNT.sub(" ", _CLOCK.sub(" ", part)))]


def _author(words: list[str]) -> int | None:
    """Return where the author is named: behind a "by" after words that name nothing; None without one."""
    lower = [word.lower() for word in words]
    at = lower.index("by") + 1 if "by" in lower else len(words)
    return at if at < len(words) and all(word in _MEANINGLESS for word in lower[:at]) else None


def _kind(words: list[str]) -> str:
    called = {word.lower() for word in words}
    return "updated" if called & _WORDS["updated"] else "published" if called & _WORDS["published"] else ""


def _belong(words: list[list[str]], title: bool, apart: bool, sentence: bool) -> bool:
    """Say whether the words before, between and after the days of a line only say when, who and where."""
    together = list(chain(*words))
    said = {word.lower() for word in together}
    before = words[0][-1].lower() if words[0] else ""
    author = _author(together)
    if said & _WORDS["other"] or before in _WORDS["placing"] or "for" in words[-1][:1]:
        return False
    if author is None and any(word[0] == "@" for word in together):
        return False
    names = [
        w for i, w in enumerate(together) if w.lower() not in _MEANINGLESS and w[0] != "@" and i != author
    ]
    labelled = bool(said & _LABELS)
    if not names and author is None:
        return labelled or before not in _PREPOSITIONS
    if title and author is None:
        return bool(said & _WORDS["record"]) and not words[-1]
    if len(names) > _MOST_NAMES or not all(name[0].isupper() for name in names):
        return False
    return apart and (labelled or not sentence)
