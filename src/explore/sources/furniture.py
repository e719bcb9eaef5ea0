"""Which lines of a pasted text are the article, and what the others are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.sources.lines import Line

_PER_LINE = 10


@dataclass(frozen=True, slots=True)
class Cut:
    """The lines of the article, the reason why each other line is not of it, and whether that is sure."""

    kept: tuple[int, ...]
    reasons: dict[int, str]
    sure: bool = True


def cut_furniture(lines: Sequence[Line]) -> Cut:
    """Return which lines are the article's."""
    scores = [min(60, len(line.text.split())) - _PER_LINE for line in lines]
    first, last = best_block(scores)
    reasons = {
        i: "before the article" if i < first else "after the article"
        for i in range(len(lines))
        if not first <= i <= last
    }
    return Cut(tuple(range(first, last + 1)), reasons)


def best_block(scores: Sequence[float]) -> tuple[int, int]:
    """Return the first and last index of the run with the largest sum (Kadane).

    >>> best_block([-1, 3, -1, 4, -5, 2])
    (1, 3)
    """
    best, span = float("-inf"), (0, 0)
    total, start = 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, i
        total += score
        if total > best:
            best, span = total, (start, i)
    return span
