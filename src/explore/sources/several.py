"""Is there more than one article in a paste? What looks like the beginning or the body of another one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.article import looks_like_heading
from explore.date_lines import date_line
from explore.sources.credits import is_byline

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from explore.sources.lines import Line

# "BEIJING, April 8 (Reuters) —" or "MOSCOW —" at the beginning of a line; "FILE -" begins a caption.
_DATELINE = re.compile(
    r"^(?!FILE|PHOTO|VIDEO|WATCH|UPDATE|AP )"
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w. ]{1,25})?(?: \([A-Za-z ]{2,20}\))?"
    r"\s*(?:[—–]|-{1,2})\s"
)
_LEAST_WORDS = 20
_LEAST_PARAGRAPHS = 3


def other_beginnings(lines: Sequence[Line], kept: Sequence[int]) -> list[int]:
    """Return the kept lines, the first paragraphs aside, with which another article seems to begin.

    That is a headline with a byline, a date line or a dateline under it, or a second dateline.
    """
    found: list[int] = []
    prose = 0
    datelines = 0
    for i in range(kept[0], kept[-1] + 1):
        text = lines[i].text
        if _DATELINE.match(text):
            datelines += 1
            if datelines > 1 and prose >= 2 and not (found and i - found[-1] <= _LEAST_PARAGRAPHS):
                found.append(i)
        elif looks_like_heading(text) and len(text.split()) >= 4 and prose >= 2:
            under = [line.text for line in lines[i + 1 : i + 4]]
            if any(is_byline(u) or date_line(u) for u in under[:2]) or (under and _DATELINE.match(under[0])):
                found.append(i)
                datelines = max(datelines, 1)
        prose += len(text.split()) >= _LEAST_WORDS
    return found


def prose_cut(lines: Sequence[Line], kept: Collection[int]) -> int:
    """Return how many words the longest run of full paragraphs that were cut has; 0 for less than three."""
    most = words = paragraphs = 0
    for i, line in enumerate(lines):
        if i in kept:
            words = paragraphs = 0
            continue
        count = len(line.text.split())
        if count >= _LEAST_WORDS and line.text[-1] in '.!?”"’':
            words += count
            paragraphs += 1
        if paragraphs >= _LEAST_PARAGRAPHS:
            most = max(most, words)
    return most
