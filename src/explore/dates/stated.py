"""The day of publication where a text states it: a dateline with its year, an "Updated" line, an address."""

from __future__ import annotations

import re
from datetime import date

from explore.dates.grammar import words
from explore.dates.timex import Publication

_MONTHS = "|".join(sorted(words("month"), key=len, reverse=True))
_DAY = (
    rf"(?:(?P<month>{_MONTHS})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month2>{_MONTHS})\.?(?:,?\s(?P<year2>\d{{4}}))?"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d))(?!\d)"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{1,2})?"
# "BEIJING, April 8 (Reuters) –", "WASHINGTON (AP) — April 8, 2024 –", "PARIS, 8 April 2024 -"
_PLACE = r"(?:[A-Z][A-Z.'’ /-]{2,40}|[A-Z][\w.'’-]{2,20}(?:\s[A-Z][\w.'’-]{1,20}){0,3})"
_DATELINE = re.compile(
    rf"^[ \t]{{0,20}}{_PLACE}(?:,\s?[A-Z][\w.'’ -]{{1,30}}){{0,2}}"
    rf"(?:,\s{{0,2}}|\s{{0,2}}\([^()\n]{{2,40}}\)\s{{0,2}}[,:–—-]{{0,2}}\s{{0,2}})(?i:{_WEEKDAY}{_DAY})"
    r"\s{0,2}(?:[(/][^()/\n]{2,40}[)/]\s{0,2})?,?\s{0,2}(?:--|-|–|—|:|_|(?<=[)/]))(?!\d)",
    re.MULTILINE,
)
_UPDATED = re.compile(
    rf"^[ \t]{{0,20}}(?:(?:first |last |originally )?(?:updated|published|posted|modified|issued|date)"
    rf"(?:\son|\sat)?:?\s{{1,3}})(?:\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[a-z]{{2,4}})?,?\s)?{_WEEKDAY}{_DAY}",
    re.MULTILINE | re.IGNORECASE,
)
_ALONE = re.compile(rf"^[ \t]{{0,20}}{_WEEKDAY}{_DAY}[ \t.]{{0,3}}$", re.MULTILINE | re.IGNORECASE)
# An address alone on its line is the article's own; one within the text is a link to another.
_ADDRESS = re.compile(
    r"^[ \t]{0,20}https?://[^\s/]{3,80}(?:/[^\s/]{1,40}){0,3}?/(?P<year3>(?:19|20)\d\d)[/-](?P<month3>\d\d?)[/-](?P<day3>\d\d?)"
    r"(?:[/-]\S{0,200})?[ \t]{0,3}$",
    re.MULTILINE,
)
# A dateline stands at the head; what looks like one further down is another's.
_HEAD, _FOOT = 1_000, 400


def stated(text: str) -> Publication | None:
    """Return the day that a text states with its year; None where it states none.

    >>> stated("BEIJING, April 8, 2024 (Reuters) – China said on Monday").day.isoformat()
    '2024-04-08'
    """
    head, foot = text[:_HEAD], text[-_FOOT:]
    for pattern, where in ((_UPDATED, head), (_DATELINE, head), (_ALONE, head), (_UPDATED, foot)):
        for match in pattern.finditer(where):
            day = _day(match)
            if day:
                said = " ".join(match.group().split())
                return Publication(day, "dateline", f"The text says “{said}”.", day, day)
    if address := _ADDRESS.search(head):
        try:
            day = date(*(int(address[name]) for name in ("year3", "month3", "day3")))
        except ValueError:
            return None
        said = " ".join(address.group().split())
        return Publication(day, "url", f"The address {said} has it.", day, day)
    return None


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
    parts = match.groupdict()
    year = parts["year"] or parts["year2"] or parts["year3"]
    name = parts["month"] or parts["month2"]
    if not year:
        return None
    month = int(parts["month3"]) if parts["month3"] else int(words("month")[name.lower()])
    try:
        return date(int(year), month, int(parts["day"] or parts["day2"] or parts["day3"]))
    except ValueError:
        return None
