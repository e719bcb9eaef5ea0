"""Days, lists and long texts in the words a reader would use."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

UNKNOWN = "date not known"
# Unicode's bidirectional controls.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_MOST_LINES = 8
# A straight mark that opens: nothing of the sentence stands right before it.
_STRAIGHT_OPENING = re.compile(r'(?<![\w.,;:!?…%)])"')


def when(begin: date | pd.Timestamp | None, end: date | None = None, grain: str | None = "day") -> str:
    """Return days as they are known: never a day where only the month is.

    Parameters
    ----------
    begin, end : date, Timestamp or None
        First and last day, both included.
    grain : str or None
        How exactly the day is known: day, week, month, quarter, year, decade, century.

    >>> from datetime import date
    >>> when(date(2024, 4, 8), date(2024, 4, 9)), when(date(2023, 3, 1), date(2023, 3, 31), "month")
    ('8–9 Apr 2024', 'Mar 2023')
    >>> when(date(1990, 1, 1), date(1999, 12, 31), "decade"), when(None)
    ('1990s', 'date not known')
    >>> (
    ...     when(date(2022, 12, 1), date(2023, 2, 28), "quarter"),
    ...     when(date(2023, 4, 1), date(2023, 6, 30), "quarter"),
    ...     when(date(2023, 4, 1), date(2023, 4, 2), "week"),
    ... )
    ('Dec 2022 – Feb 2023', 'Q2 2023', '1–2 Apr 2023')
    """
    if begin is None or pd.isna(begin):
        return UNKNOWN
    last = begin if end is None or pd.isna(end) else end
    name = _span if grain is None or pd.isna(grain) else _NAMES.get(grain, _span)
    return name(begin, last)


def _day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _span(begin: date, end: date) -> str:
    if (begin.year, begin.month, begin.day) == (end.year, end.month, end.day):
        return _day(begin)
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{_day(end)}"
    if begin.year == end.year:
        return f"{begin.day} {begin:%b} – {_day(end)}"
    return f"{_day(begin)} – {_day(end)}"


def _months(begin: date, end: date) -> str:
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin:%b} {begin.year}"
    first = f"{begin:%b}" if begin.year == end.year else f"{begin:%b} {begin.year}"
    return f"{first} – {end:%b} {end.year}"


def _week(begin: date, end: date) -> str:
    """Return a week by its first day; a weekend, or several weeks, by the first day and the last."""
    return f"week of {_day(begin)}" if (end - begin).days == 6 else _span(begin, end)


def _quarter(begin: date, end: date) -> str:
    """Return a quarter by its number; a season, or another three months, by its months."""
    if begin.month % 3 == 1 and (begin.year, begin.month + 2) == (end.year, end.month):
        return f"Q{(begin.month + 2) // 3} {begin.year}"
    return _months(begin, end)


def _years(begin: date, end: date) -> str:
    return str(begin.year) if begin.year == end.year else f"{begin.year}–{end.year}"


_NAMES = {
    "week": _week,
    "month": _months,
    "quarter": _quarter,
    "year": _years,
    "decade": lambda begin, end: f"{begin.year // 10 * 10}s",
    "century": lambda begin, end: f"{begin.year // 100 * 100}s",
}


def known_to(grain: str | None) -> str:
    """Return how exactly a day is known, in words.

    >>> known_to("month"), known_to(None)
    ('the month', 'not known')
    """
    return "not known" if grain is None or pd.isna(grain) else f"the {'day' if grain == 'time' else grain}"


def listed(names: Iterable[str], most: int = 6) -> str:
    """Return names as a phrase.

    >>> listed(["Xi Jinping", "Vladimir Putin"]), listed("abcdefgh", most=3)
    ('Xi Jinping and Vladimir Putin', 'a, b, c and 5 more')
    """
    found = list(names)
    if len(found) > most:
        return f"{', '.join(found[:most])} and {len(found) - most} more"
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "event"), count(12, "event"), count(0, "country", "countries")
    ('one event', '12 events', 'no countries')
    """
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return f"{words[number] if number < len(words) else number} {one if number == 1 else many or one + 's'}"


def printable(text: str) -> str:
    r"""Return the text without the characters that steer a terminal or turn the direction of writing.

    >>> printable("a\x1b[31mred\u202e\nline")
    'a[31mred\nline'
    """
    return "".join(c for c in text if c == "\n" or not (unicodedata.category(c) == "Cc" or c in _TURNING))


def shorten(text: str, width: int) -> str:
    """Return the text on one line, cut at a word if it is longer than `width` characters.

    >>> shorten("a limitless friendship between two countries", 24)
    'a limitless friendship …'
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: width - 1].rsplit(" ", 1)[0] if " " in line[: width - 1] else line[: width - 2]
    return f"{cut.rstrip(',;:–—- ')} …"


def told(
    text: str,
    kind: str,
    width: int,
    segments: Sequence[tuple[int, int]] = (),
    marked: Sequence[tuple[int, int]] = (),
) -> str:
    """Return a quotation as a reader writes it: in marks what stood in marks, and nothing else.

    `segments`, of a quotation with words of the reporter between, puts marks around each; of a mixed one,
    around those of which all is `marked`. A mark left over at the edge gets its other half back.

    >>> told("We agreed.", "direct", 60), told("a “frank” exchange", "mixed", 60)
    ('“We agreed.”', 'a “frank” exchange')
    >>> told("frank” talks", "mixed", 60), told("that they agreed", "indirect", 60)
    ('“frank” talks', 'that they agreed')
    >>> told('called it "frank"', "mixed", 60), told("a 'frank' deal", "mixed", 60)
    ('called it "frank"', "a 'frank' deal")
    >>> told("We agreed, We did.", "direct", 60, [(1, 11), (24, 31)])
    '“We agreed,” “We did.”'
    >>> told("They are not big, but old.", "mixed", 60, [(0, 17), (31, 39)], [(31, 39)])
    'They are not big, “but old.”'
    """
    if kind == "indirect":
        return shorten(text, width)
    if kind == "direct":
        return f"“{shorten('” “'.join(_pieces(text, segments)), width)}”"
    pieces = _pieces(text, segments)
    if len(pieces) == len(segments):
        whole = {tuple(run) for run in marked}
        pieces = [
            f"“{piece}”" if tuple(segment) in whole else piece
            for piece, segment in zip(pieces, segments, strict=True)
        ]
    words = shorten(" ".join(pieces), width)
    curly = _STRAIGHT_OPENING.sub("“", words).replace('"', "”")
    opens = "”" in curly and "“" not in curly.split("”")[0]
    closes = "“" in curly and "”" not in curly.rsplit("“", 1)[-1]
    return "“" * opens + words + "”" * closes


def in_marks(words: str, kind: str | None) -> str:
    """Return the words of a quotation in marks, as they stand if they were only told of.

    >>> in_marks("We agreed.", "direct"), in_marks("that they agreed", "indirect")
    ('“We agreed.”', 'that they agreed')
    """
    return words if kind == "indirect" else f"“{words}”"


def _pieces(text: str, segments: Sequence[tuple[int, int]]) -> list[str]:
    """Return a quotation's text cut where its segments, joined by a space, meet."""
    lengths = [end - start for start, end in segments]
    if sum(lengths) + len(lengths) - 1 != len(text):
        return [text]
    starts = accumulate((length + 1 for length in lengths), initial=0)
    return [text[start : start + length] for start, length in zip(starts, lengths, strict=False)]


def wrap(text: str, width: int = 52) -> list[str]:
    """Return the text as lines of at most `width` characters, the rest cut.

    >>> wrap("one two three four", width=9)
    ['one two', 'three', 'four']
    """
    return textwrap.wrap(text, width, max_lines=_MOST_LINES, placeholder=" …") or [""]


def month_span(begins: Sequence[date], ends: Sequence[date]) -> str:
    """Return the months a set of days lies in.

    >>> from datetime import date
    >>> month_span([date(2022, 2, 1)], [date(2024, 4, 9)])
    'February 2022 to April 2024'
    """
    first, last = (f"{day:%B} {day.year}" for day in (min(begins), max(ends)))
    return first if first == last else f"{first} to {last}"
