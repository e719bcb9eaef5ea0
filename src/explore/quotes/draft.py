"""A quotation on its way: token spans, the candidate that said it, how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.syntax import Syntax, TokenRun

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation before its speaker has a name.

    Attributes
    ----------
    segments : tuple of (int, int)
        Tokens said, end exclusive, in the order of the text.
    candidate : Candidate or None
    runs : tuple of TokenRun
        The runs in marks it has; none if it is indirect.
    unsure : bool
    spoken : bool
        True for a turn of a transcript: direct without marks.
    """

    segments: tuple[Stretch, ...]
    candidate: Candidate | None
    runs: tuple[TokenRun, ...] = ()
    unsure: bool = False
    spoken: bool = False


def joined(syntax: Syntax, stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches in order, merged where they overlap or only punctuation lies between them."""
    found: list[Stretch] = []
    for begin, end in sorted(stretches):
        if found and begin >= found[-1][1] and _apart(syntax, found[-1][1], begin):
            found.append((begin, end))
        elif found:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((begin, end))
    return tuple(found)


def _apart(syntax: Syntax, begin: int, end: int) -> bool:
    """Say whether words or a paragraph's end stand between two places."""
    if begin and end < len(syntax.lower) and syntax.paragraph_of[begin - 1] != syntax.paragraph_of[end]:
        return True
    return any(any(c.isalnum() for c in syntax.lower[i]) for i in range(begin, end))
