"""Weights as small whole numbers, row by row: short in the wheel, and as good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def rounded(table: NDArray[np.float32], highest: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return whole numbers from -highest to highest, and the step of each row that loses least.

    >>> numbers, steps = rounded(np.array([[7.0, 1.0, -3.0]], "f"), 7)
    >>> numbers.tolist(), round(float(steps[0, 0]), 1)
    ([[7, 1, -3]], 1.0)
    """
    largest = np.abs(table).max(1, keepdims=True) + 1e-12
    best = np.full(len(table), np.inf)
    steps = largest / highest
    for share in np.linspace(1.0, 0.5, 11):
        step = share * largest / highest
        lost = ((np.clip(np.round(table / step), -highest, highest) * step - table) ** 2).sum(1)
        steps = np.where((lost < best)[:, None], step, steps)
        best = np.minimum(best, lost)
    steps = steps.astype("f4")
    return np.clip(np.round(table / steps), -highest, highest).astype("i1"), steps
