"""What the lines around an article say about it: its source, its author and its day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.date_lines import date_line
from explore.written_days import MONTHS, days_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from explore.sources.lines import Line

_DOMAIN = r"(?:https?://)?(?:www\.)?(?P<domain>(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12})(?:/\S*)?"
_NAME = (
    r"(?P<name>(?:the\s+)?[A-Z][\w’'.&-]*(?:\s+(?:(?:of|the|and|de|du|la|le|for)\s+)*[A-Z][\w’'.&-]*){0,5})"
)
_FROM = (
    r"(?:(?:this|the)\s+(?:article|story|piece|text|report|post|interview)\s+)?(?:(?:is|was|has\s+been|had\s+been)\s+)?"
    r"(?:(?:originally|first|previously|initially|also)\s+)*"
    r"(?:published|appeared|posted|printed|reported|produced|republished|reprinted|syndicated)"
    r"(?:\s+(?:here|online|with\s+permission|under\s+.{1,40}?license))?\s+(?:on|in|by|at|from)"
)
_SOURCE_LINES = tuple(
    re.compile(rf"^(?:{lead})\s*(?:{_DOMAIN}|{_NAME})[\s.]*(?:$|[,.|(])", flags)
    for lead, flags in (
        (rf"(?i:{_FROM}|read\s+the\s+(?:original|full)\s+(?:article|story)\s+(?:on|at|in)|via:?)", 0),
        (r"(?i:(?:original\s+|news\s+)?source|originally\s+from|courtesy\s+of)\s*[:–—-]", 0),
    )
)
_TIME = re.compile(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{'|'.join(MONTHS)})\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:^|[\s—–-])\((?P<agency>Reuters|AP|AFP|dpa|DPA|TASS|Xinhua|Interfax|Bloomberg|UPI|ANI|PTI|IANS|CNN|EFE|ANSA|"
    r"Kyodo|Yonhap|RIA Novosti|BBC|CNA|The Associated Press)\)"
)  # fmt: skip
_STAMPED = rf"(?i:updated|published|posted|(?:{'|'.join(MONTHS)})\.?\s\d)"
_CAPITAL = (
    rf"(?!{_STAMPED})"
    r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|(?:van|von|de|da|di|del|der|den|la|le|al|el|bin|ibn|abu|dos|du)\b)"
)
_PERSON = rf"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:\s+{_CAPITAL}){{1,4}}"
_BYLINE = re.compile(
    rf"^(?:(?i:by|written\s+by|words\s+by|story\s+by|reported\s+by|author|from)\s*:?\s+)"
    rf"(?P<names>{_PERSON}(?:(?:\s*,\s*|\s+(?:and|&|with)\s+){_PERSON}){{0,4}})"
    rf"(?P<rest>(?:\s+in\s+[A-Z][\w\s,’'.-]{{2,40}})?(?:\s*[,|•·/–—-].{{0,80}})?)$"
)
_BY = re.compile(rf"\b[Bb]y ({_PERSON})(?=\s+(?:in|on|at|for)\b|\s+(?:{_STAMPED}|\d)|\s*[|,•·/–—@-]|\s*$)")
_LONGEST_CREDIT = 20
_NEAR, _FAR = 12, 40


@dataclass(frozen=True, slots=True)
class Credits:
    """What is said about an article beside its text; `lines` gives the reason to cut, by line index."""

    source: str | None = None
    author: str | None = None
    published: date | None = None
    updated: date | None = None
    lines: tuple[tuple[int, str], ...] = ()


def read_credits(lines: Sequence[Line], first: int, last: int) -> Credits:
    """Return the credits of an article whose body is about lines `first` to `last`.

    Only lines near the body speak of it: what stands with a list of other stories speaks of those.
    """
    near = [i for i in range(max(0, first - _NEAR), min(len(lines), last + 8)) if len(lines[i].text) <= 250]
    source, author = None, None
    reasons: dict[int, str] = {}
    days: dict[str, list[date]] = {"published": [], "updated": [], "stamped": [], "": []}
    for i in near:
        text = lines[i].text
        named = source_named(text)
        if named:
            source, reasons[i] = source or named, "names the source"
            continue
        above, beside = i <= first + 3, i <= first + 3 or i >= last - 2
        by = _BYLINE.match(text) if beside else None
        if by and len(text.split()) <= 24:
            author, reasons[i] = author or by["names"], "byline"
        dated = date_line(text) if beside else None
        # A day without its year may head an entry of a diary or of live news.
        if dated is None or (i > first and not dated.days and dated.partial[0][0] is None):
            continue
        reasons.setdefault(i, "date line")
        author = author or _named_after_by(text)
        for kind, day in dated.days:
            if kind or above:
                days[kind or "stamped" * dated.stamped].append(day)
    if not any(days.values()):
        for kind, day in _days_far_above(lines, first):
            days[kind or "stamped"].append(day)
    if source is None:
        found = next((m for line in lines[first : first + 3] if (m := _AGENCY.search(line.text[:120]))), None)
        source = found["agency"] if found else None
    return Credits(
        source,
        author,
        _agreed(days["published"] or days["stamped"] or days[""]),
        max(days["updated"], default=None),
        tuple(sorted(reasons.items())),
    )


def _named_after_by(text: str) -> str | None:
    found = _BY.search(text)
    return found[1] if found else None


def _days_far_above(lines: Sequence[Line], first: int) -> tuple[tuple[str, date], ...]:
    """Return the days of a line that says which; films may stand between it and the text."""
    for i in reversed(range(max(0, first - _FAR), max(0, first - _NEAR))):
        dated = date_line(lines[i].text)
        if dated and dated.stamped and any(kind for kind, _ in dated.days):
            return dated.days
    return ()


def _agreed(days: list[date]) -> date | None:
    return days[0] if len(set(days)) == 1 else None


def source_named(text: str) -> str | None:
    """Return the outlet a line says the article comes from.

    >>> source_named("This article is originally published on lefigaro.fr")
    'lefigaro.fr'
    >>> source_named("Source: Deutsche Welle"), source_named("The book was published in Moscow in May.")
    ('Deutsche Welle', None)
    """
    if len(text) > 250:
        return None
    for pattern in _SOURCE_LINES:
        found = pattern.match(text.strip("()[]* "))
        if found and not _TIME.match(found["name"] or ""):
            return str(found["domain"] or found["name"]).rstrip(".")
    return None


def is_byline(text: str) -> bool:
    """Say whether a line is a byline.

    >>> is_byline("By Jane Doe in Beijing"), is_byline("By Monday the talks were over.")
    (True, False)
    """
    return len(text) <= 160 and _BYLINE.match(text) is not None


def credited_in(blocks: Iterable[str]) -> str | None:
    """Return the one author whom short lines with a day name ("Posted on 9 April 2024 by Ana Rusu in World").

    >>> credited_in(["Posted on April 9, 2024 by Ana Rusu in World", "Home"])
    'Ana Rusu'
    """
    names = {
        found
        for block in blocks
        if len(block.split()) <= _LONGEST_CREDIT and days_in(block) and (found := _named_after_by(block))
    }
    return names.pop() if len(names) == 1 else None
