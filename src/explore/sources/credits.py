"""What the lines around an article say about it: its source, its author and its day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explore.sources.lines import Line

_MONTHS = {
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
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?P<n2>{_MONTH})\.?,?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<n3>{_MONTH})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>(?:19|20)\d\d)"
    rf"|(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<y4>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
# Besides a date, only these make a line a date line.
_AROUND_DATE = re.compile(
    r"(?i)\b(?:first|originally|last|article|story|date|time|published|posted|issued|updated|modified|"
    r"created|added|filed|on|at|by|in|of|the|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun|day|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]\.?m\.?|gmt|utc|e[sd]?t|p[sd]?t|c[es]?t|bst|ist|msk|"
    r"cest|ee[s]?t|wet|cdt|m[sd]t|ak[sd]t|hst|sgt|hkt|[jkp]st|pkt|wib|a[ec][sd]t|awst|nz[sd]t|gst|trt|sast|[ewc]at|"
    r"hrs?|read|min(?:ute)?s?|local)\b|\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{1,2}(?=\s*[ap]\.?m)|"
    r"[+-]\d{2}:?\d{2}|T(?=\d)|Z\b"
)
_UPDATED = re.compile(r"(?i)\b(?:updated|modified|last\s+(?:edited|changed))\b")
_PUBLISHED = re.compile(r"(?i)\b(?:published|posted|issued|filed|date)\b")

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
_TIME = re.compile(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH})\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:^|[\s—–-])\((?P<agency>Reuters|AP|AFP|dpa|DPA|TASS|Xinhua|Interfax|Bloomberg|UPI|ANI|PTI|IANS|CNN|EFE|ANSA|"
    r"Kyodo|Yonhap|RIA Novosti|BBC|CNA|The Associated Press)\)"
)  # fmt: skip
_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|(?:van|von|de|da|di|del|der|den|la|le|al|el|bin|ibn|abu|dos|du)\b)"
_PERSON = rf"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:\s+{_CAPITAL}){{1,4}}"
_BYLINE = re.compile(
    rf"^(?:(?i:by|written\s+by|words\s+by|story\s+by|reported\s+by|author|from)\s*:?\s+)"
    rf"(?P<names>{_PERSON}(?:(?:\s*,\s*|\s+(?:and|&|with)\s+){_PERSON}){{0,4}})"
    rf"(?P<rest>(?:\s+in\s+[A-Z][\w\s,’'.-]{{2,40}})?(?:\s*[,|•·/–—-].{{0,80}})?)$"
)
_BY = re.compile(rf"\b[Bb]y ({_PERSON})(?=\s+(?:in|on|at|for)\b|\s*[|,•·/–—-]|\s*$)")
_LONGEST_CREDIT = 20


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
    near = [i for i in range(max(0, first - 12), min(len(lines), last + 8)) if len(lines[i].text) <= 250]
    source, author = None, None
    reasons: dict[int, str] = {}
    published: list[date] = []
    bare: list[date] = []
    updated: list[date] = []
    for i in near:
        text = lines[i].text
        named = source_named(text)
        if named:
            source, reasons[i] = source or named, "names the source"
            continue
        by = _BYLINE.match(text) if i <= first + 3 or i >= last - 2 else None
        if by and len(text.split()) <= 24:
            author, reasons[i] = author or by["names"], "byline"
        if i > first + 3 and i < last - 2:
            continue
        days = date_line(by["rest"].lstrip(" ,|•·/–—-") if by else text)
        if days is None:
            continue
        reasons.setdefault(i, "date line")
        for kind, day in days:
            {"published": published, "updated": updated, "": bare if i <= first + 3 else []}[kind].append(day)
    if source is None:
        found = next((m for line in lines[first : first + 3] if (m := _AGENCY.search(line.text[:120]))), None)
        source = found["agency"] if found else None
    return Credits(
        source,
        author,
        _agreed(published) or (None if published else _agreed(bare)),
        max(updated, default=None),
        tuple(sorted(reasons.items())),
    )


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


def date_line(text: str) -> list[tuple[str, date]] | None:
    """Return the days of a line that is nothing but dates, each with its kind; None for another line.

    A day that can be read two ways (04/05/2024) is left out.

    >>> date_line("Published: 8 April 2024, 10:15 GMT")
    [('published', datetime.date(2024, 4, 8))]
    >>> date_line("On 8 April 2024 he left.") is None
    True
    """
    if len(text) > 160 or not _DAY.search(text):
        return None
    left = _AROUND_DATE.sub("", _DAY.sub("", text))
    if sum(c.isalnum() for c in left) > 0:
        return None
    days: list[tuple[str, date]] = []
    start = 0
    for found in _DAY.finditer(text):
        before, start = text[start : found.start()], found.end()
        kind = "updated" if _UPDATED.search(before) else "published" if _PUBLISHED.search(before) else ""
        day = _day(found)
        if day:
            days.append((kind, day))
    return days


def days_in(text: str) -> list[date]:
    """Return the days a line names that can be read one way only.

    >>> days_in("Posted on April 9, 2024 by Ana Rusu in World")
    [datetime.date(2024, 4, 9)]
    """
    return [day for found in _DAY.finditer(text[:400]) if (day := _day(found))]


def credited_in(blocks: Iterable[str]) -> str | None:
    """Return the one author whom short lines with a day name ("Posted on 9 April 2024 by Ana Rusu in World").

    >>> credited_in(["Posted on April 9, 2024 by Ana Rusu in World", "Home"])
    'Ana Rusu'
    """
    names = {
        found[1]
        for block in blocks
        if len(block.split()) <= _LONGEST_CREDIT and _DAY.search(block) and (found := _BY.search(block))
    }
    return names.pop() if len(names) == 1 else None


def _day(found: re.Match[str]) -> date | None:
    g = found.groupdict()
    if g["a"]:
        a, b = int(g["a"]), int(g["b"])
        if a <= 12 and b <= 12 and a != b:
            return None
        day, month, year = (a, b, g["y4"]) if b <= 12 else (b, a, g["y4"])
    elif g["y"]:
        day, month, year = int(g["d"]), int(g["m"]), g["y"]
    else:
        name = (g["n2"] or g["n3"]).lower()
        day, month, year = int(g["d2"] or g["d3"]), _MONTHS[name], g["y2"] or g["y3"]
    try:
        return date(int(year), month, day)
    except ValueError:
        return None
