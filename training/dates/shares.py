"""What is expected of a kind of clue before any article is counted: shares of its bins, by curves.

A curve is a few exponentials of the lag (share, how long, which way) and a floor for everything else. Kinds
with many articles overrule it; kinds with few stay near it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explore.dates.publication.likelihood import EDGES

if TYPE_CHECKING:
    from numpy.typing import NDArray

Curve = tuple[tuple[float, float, int], ...]

FLOOR = 0.04
# Lags that a scale can have: half a year around a day of the year; else far more than news looks back.
_LAGS = {
    "near": np.arange(-183, 184),
    "occasion": np.arange(-20_000, 20_001),
    "date": np.arange(-20_000, 20_001),
    "month": np.arange(-600, 601),
    "year": np.arange(-50, 51),
}
# Kind, by how it begins -> (share, scale, way): way 1 named before publication, -1 ahead of it, 0 that day.
_CURVES: dict[str, Curve] = {
    "day with weekday behind": ((0.14, 0, 0), (0.5, 4, 1), (0.15, 30, 1), (0.16, 8, -1), (0.05, 40, -1)),
    "day with weekday ahead": ((0.1, 0, 0), (0.65, 6, -1), (0.17, 30, -1), (0.08, 10, 1)),
    "day until": ((0.04, 0, 0), (0.15, 15, 1), (0.15, 60, 1), (0.4, 12, -1), (0.26, 60, -1)),
    "day in name": ((0.08, 0, 0), (0.25, 8, 1), (0.22, 50, 1), (0.28, 10, -1), (0.17, 40, -1)),
    "day open": ((0.12, 0, 0), (0.25, 8, 1), (0.2, 50, 1), (0.28, 8, -1), (0.15, 40, -1)),
    "holiday open": ((0.12, 0, 0), (0.25, 8, 1), (0.2, 50, 1), (0.28, 8, -1), (0.15, 40, -1)),
    "day behind": ((0.06, 0, 0), (0.5, 8, 1), (0.36, 60, 1), (0.08, 30, -1)),
    "holiday behind": ((0.06, 0, 0), (0.5, 8, 1), (0.36, 60, 1), (0.08, 30, -1)),
    "day ahead": ((0.06, 0, 0), (0.55, 8, -1), (0.31, 50, -1), (0.08, 20, 1)),
    "holiday ahead": ((0.06, 0, 0), (0.55, 8, -1), (0.31, 50, -1), (0.08, 20, 1)),
    "date ahead": (
        (0.04, 0, 0), (0.3, 30, -1), (0.3, 400, -1), (0.16, 1500, -1), (0.1, 60, 1), (0.1, 1500, 1),
    ),
    "date latest bare marked": ((0.42, 0, 0), (0.35, 2, 1), (0.12, 60, 1), (0.07, 500, 1), (0.04, 2, -1)),
    "date latest told marked": (
        (0.25, 0, 0), (0.4, 2.5, 1), (0.08, 60, 1), (0.12, 500, 1), (0.11, 2500, 1), (0.04, 2, -1),
    ),
    "date latest told": (
        (0.04, 0, 0), (0.16, 6, 1), (0.16, 60, 1), (0.4, 700, 1), (0.23, 2500, 1), (0.01, 60, -1),
    ),
    "date latest": (
        (0.27, 0, 0), (0.42, 2.5, 1), (0.08, 60, 1), (0.11, 500, 1), (0.08, 2500, 1), (0.04, 2, -1),
    ),
    "date earlier": (
        (0.02, 0, 0), (0.08, 10, 1), (0.1, 60, 1), (0.4, 700, 1), (0.38, 4000, 1), (0.02, 60, -1),
    ),
    "occasion on weekday behind": ((0.3, 0, 0), (0.6, 1.5, 1), (0.06, 300, 1), (0.04, 3, -1)),
    "occasion on weekday ahead": ((0.12, 0, 0), (0.78, 4, -1), (0.06, 300, -1), (0.04, 3, 1)),
    "occasion on weekday open": ((0.2, 0, 0), (0.4, 3, -1), (0.3, 2, 1), (0.06, 300, 1), (0.04, 300, -1)),
    "occasion of weeks": ((0.35, 0, 0), (0.12, 8, -1), (0.28, 400, -1), (0.05, 8, 1), (0.2, 1200, 1)),
    "occasion announced known first": (
        (0.2, 0, 0), (0.25, 5, -1), (0.15, 60, -1), (0.15, 4, 1), (0.25, 1200, 1),
    ),
    "occasion announced known later": (
        (0.1, 0, 0), (0.08, 5, -1), (0.1, 60, -1), (0.12, 6, 1), (0.6, 2000, 1),
    ),
    "occasion announced any": (
        (0.2, 0, 0), (0.25, 5, -1), (0.15, 60, -1), (0.15, 4, 1), (0.25, 200, 1),
    ),
    "occasion sudden known first": ((0.12, 0, 0), (0.25, 4, 1), (0.6, 1000, 1), (0.03, 60, -1)),
    "occasion sudden": ((0.04, 0, 0), (0.1, 10, 1), (0.83, 2500, 1), (0.03, 400, -1)),
    "month ahead": ((0.04, 0, 0), (0.4, 6, -1), (0.26, 24, -1), (0.2, 24, 1), (0.1, 100, 1)),
    "month latest": ((0.08, 0, 0), (0.45, 12, 1), (0.43, 70, 1), (0.04, 12, -1)),
    "month earlier": ((0.02, 0, 0), (0.2, 20, 1), (0.75, 130, 1), (0.03, 12, -1)),
    "year ahead": ((0.2, 0, 0), (0.45, 3, -1), (0.2, 1.5, 1), (0.15, 8, 1)),
    "year latest": ((0.27, 0, 0), (0.4, 1.5, 1), (0.29, 7, 1), (0.04, 3, -1)),
    "year in name": ((0.4, 0, 0), (0.2, 2, 1), (0.2, 8, 1), (0.2, 1.5, -1)),
    "year earlier": ((0.08, 0, 0), (0.4, 5, 1), (0.49, 20, 1), (0.03, 3, -1)),
}  # fmt: skip
# Shares of bins that are no lags.
_SHARES: dict[str, tuple[float, ...]] = {
    "office former": (0.9, 0.1),
    "office latest": (0.005, 0.01, 0.02, 0.9, 0.02, 0.02, 0.025),
    "office earlier": (0.01, 0.02, 0.02, 0.6, 0.05, 0.1, 0.2),
    "person latest": (0.02, 0.05, 0.06, 0.65, 0.06, 0.08, 0.08),
    "person earlier": (0.02, 0.05, 0.06, 0.45, 0.08, 0.14, 0.2),
    "occasion announced dated": (0.02, 0.03, 0.05, 0.2, 0.2, 0.2, 0.13, 0.05, 0.04, 0.04, 0.04),
    "occasion sudden dated": (0.002, 0.003, 0.005, 0.01, 0.03, 0.3, 0.27, 0.14, 0.1, 0.07, 0.07),
    "age": (0.01, 0.01, 0.04, 0.86, 0.04, 0.02, 0.02),
    "topic latest of months": (0.003, 0.007, 0.04, 0.7, 0.13, 0.07, 0.05),
    "topic latest of years": (0.003, 0.007, 0.04, 0.82, 0.06, 0.04, 0.03),
    "topic latest of a time": (0.003, 0.007, 0.04, 0.87, 0.03, 0.02, 0.03),
    "topic latest on": (0.01, 0.02, 0.05, 0.92, 0.0, 0.0, 0.0),
    "topic earlier of months": (0.003, 0.007, 0.03, 0.3, 0.12, 0.2, 0.34),
    "topic earlier of years": (0.003, 0.007, 0.03, 0.45, 0.12, 0.2, 0.19),
    "topic earlier of a time": (0.003, 0.007, 0.03, 0.7, 0.06, 0.1, 0.1),
    "topic earlier on": (0.003, 0.007, 0.02, 0.97, 0.0, 0.0, 0.0),
    "era": (0.97, 0.02, 0.01),
}


_SCALES = {
    "holiday": "near",
    "day": "near",
    "office": "term",
    "person": "term",
    "age": "term",
    "topic": "term",
}


def scale_of(kind: str) -> str:
    """Return the scale of a kind of clue."""
    first, *rest = kind.split()
    if rest[:2] == ["on", "weekday"]:
        return "near"
    if kind.endswith(
        ("of its own year", "told when", "or weekend", "weekday too", "on its weekday", "called today")
    ) or kind in {
        "weekdays and days",
        "office former",
        "years ago",
    }:
        return "flag"
    if first == "month" and rest[:2] == ["of", "a"]:
        return "month of a year"
    return _SCALES.get(first, first)


def bins_of(scale: str) -> int:
    """Return how many bins a scale has."""
    fixed = {"weekday": 7, "month of a year": 12, "flag": 2, "era": 3}
    return fixed.get(scale) or len(EDGES[scale]) + 1


def expected(kind: str) -> NDArray[np.float64] | None:
    """Return the shares of the bins of a kind; None where nothing is expected but chance."""
    for start, shares in _SHARES.items():
        if kind.startswith(start):
            return np.array(shares)
    curve = next((curve for start, curve in _CURVES.items() if kind.startswith(start)), None)
    scale = scale_of(kind)
    if curve is None or scale not in _LAGS:
        return None
    lag = _LAGS[scale]
    share = np.full(len(lag), FLOOR / len(lag))
    for weight, length, way in curve:
        part = np.where(lag * way >= 1, np.exp(-np.abs(lag) / max(length, 1e-9)), 0) if way else lag == 0
        share += (1 - FLOOR) * weight * part / part.sum()
    return np.bincount(np.searchsorted(EDGES[scale], lag, side="right"), share, bins_of(scale))
