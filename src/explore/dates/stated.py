"""The day of publication where a text states it: a date line, a dateline with its year, an address."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from explore.dates.grammar import words
from explore.dates.timex import Publication

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = "|".join(sorted(words("month"), key=len, reverse=True))
_NTH = r"(?:st|nd|rd|th)?"
_FULL = (
    rf"(?P<month>{_MONTHS})\.?\s(?P<day>\d{{1,2}}){_NTH}(?:,?\s(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}}){_NTH}(?:\sof)?\s(?P<month2>{_MONTHS})\.?(?:,?\s(?P<year2>\d{{4}}))?"
    r"|(?P<year3>\d{4})(?P<mark>[-/.])(?P<month3>\d\d)(?P=mark)(?P<day3>\d\d)"
)
_DAY = rf"(?:{_FULL})(?!\d)"
# On a line of its own, also "25/03/2024", "25.03.2024", "Mon Apr 8 10:32:11 2024", "20249:05 AM".
_LINE_DAY = re.compile(
    rf"(?<![\w/.-])(?:(?P<month5>{_MONTHS})\s{{1,2}}(?P<day5>\d{{1,2}})"
    r"\s\d\d:\d\d(?::\d\d)?(?:\s[A-Z]{3,4})?\s(?P<year5>\d{4})"
    rf"|{_FULL}|(?P<a>\d{{1,2}})(?P<mark2>[/.])(?P<b>\d{{1,2}})(?P=mark2)(?P<year4>\d{{4}}))"
    r"(?:(?!\d)(?![/.-]\d)|(?=\d{1,2}:\d\d))",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:T|\b)\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|[+-]\d\d:?\d\d\b"
    r"|\b\d{1,2}(?=[\s-](?:min|hour|sec))",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\d+|@|https?:\S+")
_WORDS = {
    name: frozenset(words_of.split())
    for name, words_of in tomllib.loads(
        Path(__file__).with_name("date_lines.toml").read_text(encoding="utf-8")
    ).items()
}
_SAYS_WHICH = _WORDS["published"] | _WORDS["updated"]
_BETWEEN = re.compile(r"[|·•,:/–—-]")
_MOST_NAMES, _LONGEST, _PARAGRAPH = 6, 160, 200
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{1,2})?"
# "BEIJING, April 8 (Reuters) –", "WASHINGTON (AP) — April 8, 2024 –", "MOSCOW, April 8. /TASS/.",
# "GENEVA (8 April 2024) –"
_PLACE = r"(?:[A-Z][A-Z.'’ /-]{2,40}|[A-Z][\w.'’-]{2,20}(?:\s[A-Z][\w.'’-]{1,20}){0,3})"
_DATELINE = re.compile(
    rf"^[ \t]{{0,20}}{_PLACE}(?:,\s?[A-Z][\w.'’ -]{{1,30}}){{0,2}}"
    rf"(?:,\s{{0,2}}|\s{{0,2}}[|(]\s{{0,2}}|\s{{0,2}}\([^()\n]{{2,40}}\)\s{{0,2}}[,:–—-]{{0,2}}\s{{0,2}})(?i:{_WEEKDAY}{_DAY})"
    r"\)?\s{0,2}(?:\.?\s{0,2}[(/][^()/\n]{2,40}[)/]\s{0,2})?,?\s{0,2}(?:--|-|–|—|:|_|(?<=[)/])|(?<=/)\.)(?!\d)",
    re.MULTILINE,
)
_ALONE = re.compile(rf"^[ \t]{{0,20}}{_WEEKDAY}{_DAY}[ \t.]{{0,3}}$", re.MULTILINE | re.IGNORECASE)
# An address alone on its line is the article's own; one within the text is a link to another.
_ADDRESS = re.compile(
    r"^[ \t]{0,20}(?:(?:source|url|link|from|via):?\s{1,3})?https?://[^\s/]{3,80}/(?:[^\s/]{1,80}/){0,3}?"
    rf"(?:[^\s/]{{0,120}}-)?(?P<year3>(?:19|20)\d\d)(?:(?P<mark>[/-])(?P<month3>\d\d?|{_MONTHS})(?P=mark)(?P<day3>\d\d?)"
    r"|(?P<month4>0[1-9]|1[0-2])(?P<day4>0[1-9]|[12]\d|3[01]))(?:[./-]\S{0,200})?[ \t]{0,3}$",
    re.MULTILINE | re.IGNORECASE,
)
# A dateline stands at the head; what looks like one further down is another's.
_HEAD, _FOOT = 1_000, 400


def stated(text: str) -> Publication | None:
    r"""Return the day that a text states with its year; None where it states none.

    >>> stated("BEIJING, April 8, 2024 (Reuters) – China said on Monday").day.isoformat()
    '2024-04-08'
    >>> stated("Talks in Oslo\n\nBy Anna Berg | 8 Apr 2024, 10:32 GMT\n\nThey met.").day.isoformat()
    '2024-04-08'
    """
    head = text[:_HEAD]
    lines = list(_date_lines(head))
    for day, said, kind in lines:
        if kind == "published":
            return _publication(day, said)
    for match in _DATELINE.finditer(head):
        if (named := _day(match)) is not None:
            return _publication(named, match.group())
    for day, said, _ in sorted(lines, key=lambda line: line[2] == "updated"):
        return _publication(day, said)
    for day, said, kind in _date_lines(text[-_FOOT:], foot=True):
        if kind:
            return _publication(day, said)
    if address := _ADDRESS.search(head):
        month = address["month3"] or address["month4"]
        number = int(month) if month.isdigit() else int(words("month")[month.lower()])
        try:
            day = date(int(address["year3"]), number, int(address["day3"] or address["day4"]))
        except ValueError:
            return None
        return Publication(day, "url", f"The address {' '.join(address.group().split())} has it.", day, day)
    return None


def _publication(day: date, said: str) -> Publication:
    return Publication(day, "dateline", f"The text says “{' '.join(said.split())}”.", day, day)


def _date_lines(part: str, foot: bool = False) -> Iterator[tuple[date, str, str]]:
    """Yield day, words and kind ("published", "updated", "") of lines that say when."""
    paragraphs = 0
    for number, line in enumerate(part.split("\n")):
        paragraphs += len(line) > _PARAGRAPH
        if paragraphs > 1 and not foot:
            return
        if 5 < len(line) <= _LONGEST and (found := _date_line(line, headline=number == 0 and not foot)):
            yield found


def _date_line(line: str, headline: bool) -> tuple[date, str, str] | None:
    """Return day, words and kind of a line that is a date with what belongs to it, and None for any other."""
    match = _LINE_DAY.search(line)
    day = _day(match) if match else None
    if match is None or day is None:
        return None
    before, after = line[: match.start()], _LINE_DAY.sub(" ", line[match.end() :])
    lead = [token.rstrip(".") for token in _TOKEN.findall(_CLOCK.sub(" ", before))]
    tokens = lead + [token.rstrip(".") for token in _TOKEN.findall(_CLOCK.sub(" ", after))]
    lower = [token.lower() for token in tokens]
    if _WORDS["other"] & set(lower) or (lead and lead[-1].lower() in _WORDS["placing"]):
        return None
    names = [t for t, low in zip(tokens, lower, strict=True) if low not in _SAYS_WHICH | _WORDS["beside"]]
    labels = {token.lower() for token in lead} & _SAYS_WHICH
    credited = lower[:1] == ["by"] or bool(labels & {"posted", "published"} and "by" in lower)
    if names:
        if headline and not credited:
            return None
        if len(names) > _MOST_NAMES or not all(name[0].isupper() or credited for name in names):
            return None
        if not (credited or _BETWEEN.search(before.rstrip()[-1:] or after.lstrip()[:1])):
            return None
        if line.rstrip().endswith((".", "?", "!")) and not labels:
            return None
    elif lead and lead[-1].lower() in {"on", "in", "of", "by", "for"} and not labels:
        return None
    kind = "updated" if labels & _WORDS["updated"] else "published" if labels & _WORDS["published"] else ""
    return day, line, kind


def dateline(text: str) -> tuple[str, int, int] | None:
    """Return words, month and day of a dateline that leaves out its year; None where there is none.

    >>> dateline("BEIJING, April 8 (Reuters) – China said on Monday")[1:]
    (4, 8)
    """
    match = _DATELINE.search(text[:_HEAD]) or _ALONE.search(text[:_HEAD])
    if match is None:
        return None
    name, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if not name:
        return None
    return " ".join(match.group().split()), int(words("month")[name.lower()]), int(day)


def _day(match: re.Match[str]) -> date | None:
    """Return the day of a match, None where there is no such day or it can be read two ways."""
    part = match.groupdict()
    year = next((part[name] for name in ("year", "year2", "year3", "year4", "year5") if part.get(name)), None)
    if year is None:
        return None
    name = next((part[name] for name in ("month", "month2", "month5") if part.get(name)), None)
    if name:
        month, day = int(words("month")[name.lower()]), int(part["day"] or part["day2"] or part["day5"])
    elif part["month3"]:
        month, day = int(part["month3"]), int(part["day3"])
    else:
        a, b = int(part["a"]), int(part["b"])
        if part["mark2"] == "/" and a <= 12 and b <= 12 and a != b:
            return None
        day, month = (a, b) if a > 12 or (b <= 12 and part["mark2"] == ".") else (b, a)
    try:
        return date(int(year), month, day)
    except ValueError:
        return None
