"""A text as lines: what was wrapped by hand is joined again, words divided at line ends are mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.sources.rows import Rows

_FINAL = re.compile(r"[.!?…:;]['\"’”»)\]]*$")
_BULLET = re.compile(r"(?:[-*•·–‣▪◦]|\d{1,3}[.)])\s+\S")
_DIVIDED = re.compile(r"([A-Za-z]+)-$")
_BEFORE_HYPHEN = re.compile(
    "(?:anti|co|ex|far|high|half|long|low|mid|multi|non|north|one|post|pre|pro|quasi|re|self|semi|short|so|south"
    "|two|three|four|five|six|vice|well)"
)
_NARROWEST, _WIDEST = 30, 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: its words, the line of the source it began on, the blank lines before it."""

    text: str
    number: int
    gap: int


def lines_of(text: str | Rows) -> list[Line]:
    r"""Return the lines of a text that are not blank, hard-wrapped ones joined to paragraphs.

    Rows that are cut beforehand leave no line; a sentence that they interrupt goes on.

    >>> [line.text for line in lines_of("One.\n\nTwo.")]
    ['One.', 'Two.']
    """
    rows, cut = (text.split("\n"), {}) if isinstance(text, str) else (text.text, text.cut)
    found: list[Line] = []
    gap, interrupted = 0, False
    for i, row in enumerate(rows):
        words = " ".join(row.split())
        if i in cut:
            interrupted = True
        elif words:
            goes_on = interrupted and found and words[0].islower() and not _FINAL.search(found[-1].text)
            found.append(Line(words, i + 1, 0 if goes_on else gap))
            gap, interrupted = 0, False
        else:
            gap += 1
    width = _wrapped_at(found)
    return _joined(found, width, "\n".join(rows)) if width else found


def _wrapped_at(lines: list[Line]) -> int | None:
    """Return the width a text was wrapped at by hand; None if it was not.

    In wrapped text a line ends where the next word would not have fitted, most often in mid-sentence.
    """
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if b.gap == 0]
    lengths = sorted(len(line.text) for line in lines)
    if len(pairs) < 2:
        return None
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    broken = sum(_mid_sentence(a, b) and not _fits(a, b, width) for a, b in pairs)
    return width if broken >= 2 and broken >= 0.4 * len(pairs) else None


def _mid_sentence(line: str, following: str) -> bool:
    return not _BULLET.match(following) and (following[0].islower() or not _FINAL.search(line))


def _fits(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= width * 0.88


def _joined(lines: list[Line], width: int, text: str) -> list[Line]:
    joined: list[tuple[list[str], Line]] = []
    for line in lines:
        before = joined[-1][0][-1] if joined else ""
        if joined and line.gap == 0 and not _BULLET.match(line.text) and not _fits(before, line.text, width):
            joined[-1][0].append(line.text)
        else:
            joined.append(([line.text], line))
    known = {word.lower() for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", text)}
    return [Line(_sewn(parts, known), first.number, first.gap) for parts, first in joined]


def _sewn(parts: list[str], known: set[str]) -> str:
    """Return the parts as one line; a hyphen at a line's end goes unless the word has one of its own."""
    sewn: list[str] = []
    for part in parts:
        if not sewn:
            sewn.append(part)
            continue
        divided = _DIVIDED.search(sewn[-1])
        if divided and part[0].islower():
            head, tail = divided.group(1).lower(), re.split(r"[^A-Za-z]", part, maxsplit=1)[0].lower()
            keep = f"{head}-{tail}" in known or (
                _BEFORE_HYPHEN.fullmatch(head) is not None and head + tail not in known
            )
            sewn[-1] = sewn[-1] if keep else sewn[-1][:-1]
            sewn.append(part)
        else:
            sewn.extend((" ", part))
    return "".join(sewn)
