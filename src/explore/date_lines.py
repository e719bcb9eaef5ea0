"""Lines that say when an article was published: "By Anna Berg | 8 Apr 2024, 10:32 GMT", an address."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from explore.written_days import LINE_DAY, made, readings_of, year_of

if TYPE_CHECKING:
    from datetime import date

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
    found = list(LINE_DAY.finditer(line)) if 5 < len(line) <= _LONGEST else []
    if not found or _LIFE.search(line):
        return None
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(line)]
    parts = [_GLUED.sub(" ", line[end:start]) for end, start in zip(ends, starts, strict=True)]
    words = [_words(part) for part in parts]
    said = {word.lower() for word in chain(*words)}
    signed = _author(list(chain(*words))) is not None or any(_CLOCK.search(part) for part in parts)
    set_apart = _BETWEEN.search(parts[0].rstrip()[-1:] + parts[-1].lstrip()[:1]) is not None
    set_apart = set_apart or (parts[0] == "" and _NAME.fullmatch(parts[-1]) is not None)
    if not _belong(words, title, signed or set_apart, line.rstrip().endswith((".", "?", "!"))):
        return None
    stamped = signed or bool(said & _LABELS)
    order = "md" * bool(said & _WORDS["month_first"]) or "dm" * bool(said & _WORDS["day_first"])
    days: list[tuple[str, date]] = []
    partial: list[tuple[int | None, int, int]] = []
    for match, part in zip(found, words, strict=False):
        readings = readings_of(match, order)
        if len(readings) == 1 and (day := made(*readings[0])):
            days.append((_kind(part), day))
        else:
            partial.extend((y, m, d) for y, m, d in readings if made(y or _LEAP_YEAR, m, d))
    return DateLine(tuple(days), tuple(partial), stamped) if stamped or any(map(year_of, found)) else None


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
