"""A pasted text as rows, and which of them are surely not of an article, whatever stands around them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from explore.date_lines import date_line
from explore.sources.mail import mail_rows, subject, unquoted
from explore.sources.running_heads import running_heads

_LONGEST = 300
_MARKDOWN_LINK = re.compile(r"!?\[(?P<label>[^\[\]\n]{0,300})\]\((?:https?:|mailto:|/|#)[^()\s]{0,2000}\)")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a text without marks of quotation and link addresses; by index, why a row is cut."""

    text: tuple[str, ...]
    cut: dict[int, str]
    subject: str | None


@cache
def _sure() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = json.loads(files("explore.sources").joinpath("furniture_rows.json").read_text("utf-8"))
    return tuple(
        (reason, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE))
        for reason, patterns in table.items()
        if reason[0] != "_"
    )


def rows_of(text: str) -> Rows:
    r"""Return the rows of a text, and which of them to cut before its lines are judged.

    >>> rows_of("Talks [fail](https://example.org/a)\n\nAdvertisement\n\nThey met.").cut
    {2: 'advertisement'}
    """
    rows = [_MARKDOWN_LINK.sub(lambda m: m["label"], row) for row in unquoted(text.split("\n"))]
    known = {
        i: reason
        for i, row in enumerate(rows)
        if len(row) <= _LONGEST and (reason := sure_reason(row.strip())) and not date_line(row.strip())
    }
    return Rows(tuple(rows), known | running_heads(rows) | mail_rows(rows), subject(rows))


def sure_reason(row: str) -> str | None:
    """Return why a row is surely furniture; None if it may be of an article.

    >>> sure_reason("READ ALSO: Rivers rise in the south"), sure_reason("Read also the first chapter.")
    ('link to another story', None)
    """
    return next((reason for reason, pattern in _sure() if pattern.fullmatch(row)), None)
