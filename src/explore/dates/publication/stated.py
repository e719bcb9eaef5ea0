"""The day of publication where a text states it: a date line, a dateline with its year, an address."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from explore.date_lines import date_line
from explore.dates.publication.likelihood import every_year
from explore.dates.timex import Publication
from explore.written_days import DAY, MONTHS, day_in_address, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPH = 200
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{1,2})?"
# "BEIJING, April 8 (Reuters) –", "WASHINGTON (AP) — April 8, 2024 –", "MOSCOW, April 8. /TASS/.",
# "GENEVA (8 April 2024) –"
_PLACE = r"(?:[A-Z][A-Z.'’ /-]{2,40}|[A-Z][\w.'’-]{2,20}(?:\s[A-Z][\w.'’-]{1,20}){0,3})"
_DATELINE = re.compile(
    rf"^[ \t]{{0,20}}{_PLACE}(?:,\s?[A-Z][\w.'’ -]{{1,30}}){{0,2}}"
    rf"(?:,\s{{0,2}}|\s{{0,2}}(?:\||(?P<open>\())\s{{0,2}}|\s{{0,2}}\([^()\n]{{2,40}}\)\s{{0,2}}[,:–—-]{{0,2}}\s{{0,2}})(?i:{_WEEKDAY}{DAY})"
    r"(?(open)\))\s{0,2}(?:\.?\s{0,2}[(/][^()/\n]{2,40}[)/]\s{0,2})?[,.]?\s{0,2}(?:--|-|–|—|:|_|(?<=[)/])|(?<=/)\.)(?!\d)",
    re.MULTILINE,
)
_ALONE = re.compile(rf"^[ \t]{{0,20}}{_WEEKDAY}{DAY}[ \t.]{{0,3}}$", re.MULTILINE | re.IGNORECASE)
# An address alone on its line is the article's own; one within the text is a link to another.
_ADDRESS = re.compile(
    r"^[ \t]{0,20}(?:(?:source|url|link|from|via):?\s{1,3})?(?P<address>https?://\S{3,600})[ \t]{0,3}$",
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
        if (named := day_of(match)) is not None:
            return _publication(named, match.group())
    for day, said, _ in sorted(lines, key=lambda line: line[2] == "updated"):
        return _publication(day, said)
    for day, said, kind in _date_lines(text[-_FOOT:], foot=True):
        if kind:
            return _publication(day, said)
    address = _ADDRESS.search(head)
    if address and (named := day_in_address(address["address"])):
        return Publication(
            named, "url", f"The address {' '.join(address.group().split())} has it.", named, named
        )
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
        found = date_line(line, title=number == 0 and not foot)
        for kind, day in found.days[:1] if found else ():
            yield day, line, kind


def partly_stated(text: str, beside: Sequence[str] = ()) -> tuple[str, tuple[date, ...]] | None:
    """Return words that state the day in part, and the days that they may mean; None where there are none.

    They are a date line or a dateline without its year, or one like 04/05/2024.

    Parameters
    ----------
    text : str
    beside : sequence of str
        Lines from beside the text, where somebody kept them.

    >>> words, days = partly_stated("BEIJING, April 8 (Reuters) – China said on Monday")
    >>> words, days[:2]
    ('BEIJING, April 8 (Reuters) –', (datetime.date(1981, 4, 8), datetime.date(1982, 4, 8)))
    """
    for part in (beside, text[:_HEAD].split("\n")):
        lines = [(line, found.partial) for line in part if (found := date_line(line)) and found.partial]
        if lines and len({days for _, days in lines}) == 1:
            line, days = lines[0]
            return line, tuple(
                chain(*((date(y, month, day),) if y else every_year(month, day) for y, month, day in days))
            )
    match = _DATELINE.search(text[:_HEAD]) or _ALONE.search(text[:_HEAD])
    if match is None:
        return None
    name, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if not name:
        return None
    return " ".join(match.group().split()), every_year(MONTHS[name.lower()], int(day))
