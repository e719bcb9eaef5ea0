"""Precision and recall of a text against the true one, by runs of four words.

The measure of scrapinghub's article-extraction-benchmark (MIT): shingles of four words with their counts,
precision and recall averaged over the pages, F1 of the two averages.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_WORDS = 4


@dataclass(frozen=True)
class Score:
    """Precision (None where nothing was kept) and recall of one page."""

    precision: float | None
    recall: float


def precision_recall(true: str, found: str) -> Score:
    """Return how much of what was found is true, and how much of the truth was found."""
    wanted, kept = _shingles(true), _shingles(found)
    both = sum((wanted & kept).values())
    precision = both / kept.total() if kept else None
    return Score(precision, both / wanted.total() if wanted else 1.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    runs = (tuple(words[i : i + _WORDS]) for i in range(max(1, len(words) - _WORDS + 1)))
    return Counter(run for run in runs if run)


def mean_scores(scores: Sequence[Score]) -> str:
    """Return a table row: pages, F1, precision, recall, pages that lose over 5 %, over 10 % junk, empty."""
    precision = mean([s.precision for s in scores if s.precision is not None] or [0.0])
    recall = mean(s.recall for s in scores)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    lost = sum(s.recall < 0.95 for s in scores)
    junk = sum((s.precision or 0.0) < 0.9 for s in scores)
    empty = sum(s.precision is None for s in scores)
    return f"{len(scores)} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {lost} | {junk} | {empty}"
