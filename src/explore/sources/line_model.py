"""The learned line model: how sure it is that a line is of the article, and lies within it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from explore.sources.features import features
from explore.sources.second_look import second_look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from explore.sources.lines import Line

# The questions put to the model about each line.
QUESTIONS = ("of the article", "after its beginning", "before its end")
SUREST = 8.0
_ROWS = 4096


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees as arrays: a node's feature, threshold, children and value; a leaf is its own child."""

    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: NDArray[np.float64]
    roots: NDArray[np.intp]
    depth: int

    def log_odds(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the sum of the trees' values for each row."""
        found = [self._of(table[at : at + _ROWS]) for at in range(0, len(table), _ROWS)]
        return np.clip(np.concatenate(found), -SUREST, SUREST) if found else np.zeros(0)

    def _of(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        rows = np.arange(len(table))[:, None]
        node = np.broadcast_to(self.roots, (len(table), len(self.roots)))
        for _ in range(self.depth):
            goes_left = table[rows, self.feature[node]] <= self.threshold[node]
            node = np.where(goes_left, self.left[node], self.right[node])
        total: NDArray[np.float64] = self.value[node].sum(axis=1)
        return total


@dataclass(frozen=True, slots=True)
class LineModel:
    """Boosted trees for each question, for a first look at the lines and for a second one, which counts."""

    first: Mapping[str, Trees]
    second: Mapping[str, Trees]

    def answers(self, lines: Sequence[Line]) -> tuple[NDArray[np.float64], ...]:
        """Return for each question the log-odds, line by line, that the answer is yes."""
        table, _ = features(lines)
        once = [self.first[q].log_odds(table) for q in QUESTIONS]
        wider = np.hstack([second_look(lines, once)[0], table])
        return tuple(self.second[q].log_odds(wider) for q in QUESTIONS)


@cache
def line_model() -> LineModel:
    """Return the model that ships; training/furniture makes it."""
    return model_from(json.loads(files("explore.sources").joinpath("line_model.json").read_text("utf-8")))


def model_from(table: Mapping[str, Any]) -> LineModel:
    """Return the model written in a table (see `line_model.json`)."""
    return LineModel(*({q: _trees(table[look][q]) for q in QUESTIONS} for look in ("first", "second")))


def _trees(written: list[Any]) -> Trees:
    """Return trees written as [feature, threshold, low, high], where a number is a leaf."""
    nodes: list[tuple[int, float, int, int, float]] = []
    deepest = 0

    def add(tree: Any, depth: int) -> int:  # noqa: ANN401 - a nested list or a number
        nonlocal deepest
        deepest = max(deepest, depth)
        at = len(nodes)
        if not isinstance(tree, list):
            nodes.append((0, 0.0, at, at, float(tree)))
            return at
        nodes.append((0, 0.0, at, at, 0.0))
        low, high = add(tree[2], depth + 1), add(tree[3], depth + 1)
        nodes[at] = (int(tree[0]), float(tree[1]), low, high, 0.0)
        return at

    roots = [add(tree, 0) for tree in written]
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    return Trees(
        np.array(feature, dtype=np.intp),
        np.array(threshold, dtype=float),
        np.array(left, dtype=np.intp),
        np.array(right, dtype=np.intp),
        np.array(value, dtype=float),
        np.array(roots, dtype=np.intp),
        deepest,
    )
