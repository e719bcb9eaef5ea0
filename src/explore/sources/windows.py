"""Numbers for the lines of a text: sums of those around each, the best run, columns as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


def shifted(column: NDArray[np.float64], by: int, fill: float) -> NDArray[np.float64]:
    """Return for each place the value `by` places on, `fill` beyond the ends."""
    out = np.full_like(column, fill)
    if by > 0:
        out[: -by or None] = column[by:]
    else:
        out[-by:] = column[:by]
    return out if abs(by) < len(column) else np.full_like(column, fill)


def window(values: NDArray[np.float64], width: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the sum of the `width` values before and after each place, over `width`."""
    total = np.concatenate(([0.0], np.cumsum(values)))
    at = np.arange(len(values))
    low, high = np.maximum(0, at - width), np.minimum(len(values), at + 1 + width)
    return (total[at] - total[low]) / width, (total[high] - total[at + 1]) / width


def best_block(scores: Sequence[float] | NDArray[np.float64]) -> tuple[int, int]:
    """Return the first and last index of the run with the largest sum (Kadane).

    >>> best_block([-1, 3, -1, 4, -5, 2])
    (1, 3)
    """
    best, span = float("-inf"), (0, 0)
    total, start = 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, i
        total += float(score)
        if total > best:
            best, span = total, (start, i)
    return span


def table_of(columns: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float32]:
    """Return columns side by side, in single precision: a text may have a hundred thousand lines."""
    table = np.empty((len(next(iter(columns.values()))), len(columns)), dtype=np.float32)
    for i, column in enumerate(columns.values()):
        table[:, i] = column
    return table
