"""Fit the line model: boosted trees for each question, for a first look and for a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np

from explore.sources.features import features
from explore.sources.line_model import QUESTIONS, SUREST
from explore.sources.second_look import second_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from pastes import Paste

_PARTS = 3
_GROWN = {
    "objective": "binary",
    "num_leaves": 8,
    "min_data_in_leaf": 40,
    "lambda_l2": 10.0,
    "feature_fraction_bynode": 0.3,
    "max_bin": 127,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
    "seed": 0,
}
# How many trees, and how much each may say.
_FIRST, _SECOND = (60, 0.12), (100, 0.08)


def answers(label: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    """Return the answers to the questions for the lines of a paste."""
    begun = np.maximum.accumulate(label)
    goes_on = np.maximum.accumulate(label[::-1])[::-1]
    return dict(zip(QUESTIONS, (label, begun, goes_on), strict=True))


def fit(pastes: Sequence[Paste]) -> dict[str, Any]:
    """Return the model of the pastes.

    The second look learns from what the first one says of sites that it has not seen.
    """
    sites = sorted({min(p.sites) for p in pastes})
    part = dict(zip(np.random.default_rng(7).permutation(sites), np.arange(len(sites)) % _PARTS, strict=True))
    wider: dict[int, NDArray[np.float32]] = {}
    for k in range(_PARTS):
        look = _grown([(p, p.table) for p in pastes if part[min(p.sites)] != k], *_FIRST)
        for i, p in enumerate(pastes):
            if part[min(p.sites)] == k:
                wider[i] = np.hstack([second_look(p.lines, _said(look, p.table))[0], p.table])
    first = _grown([(p, p.table) for p in pastes], *_FIRST)
    second = _grown([(p, wider[i]) for i, p in enumerate(pastes)], *_SECOND)
    names = features(pastes[0].lines)[1]
    seen = second_look(pastes[0].lines, _said(first, pastes[0].table))[1]
    return {
        "features": list(names),
        "second look": list(seen),
        "first": {q: _written(first[q]) for q in QUESTIONS},
        "second": {q: _written(second[q]) for q in QUESTIONS},
    }


def _said(look: dict[str, lightgbm.Booster], table: NDArray[np.float32]) -> list[NDArray[np.float64]]:
    return [np.clip(look[q].predict(table, raw_score=True), -SUREST, SUREST) for q in QUESTIONS]


def _grown(
    items: Sequence[tuple[Paste, NDArray[np.float32]]], rounds: int, rate: float
) -> dict[str, lightgbm.Booster]:
    weight = np.concatenate([p.weights() for p, _ in items])
    used = weight > 0
    table = np.vstack([table for _, table in items])[used]
    data = lightgbm.Dataset(table, params=_GROWN, free_raw_data=False).construct()
    data.set_weight(weight[used] * used.sum() / weight.sum())
    grown = {}
    for question in QUESTIONS:
        label = np.concatenate([answers(p.label)[question] for p, _ in items])
        data.set_label(label[used].astype(float))
        grown[question] = lightgbm.train({**_GROWN, "learning_rate": rate}, data, rounds)
    return grown


def _written(grown: lightgbm.Booster) -> list[list[object] | float]:
    """Return trees as [feature, threshold, low, high], a leaf as a number."""

    def write(node: dict[str, Any]) -> list[object] | float:
        if "leaf_value" in node:
            return round(float(node["leaf_value"]), 4)
        threshold = float(f"{node['threshold']:.6g}")
        return [node["split_feature"], threshold, write(node["left_child"]), write(node["right_child"])]

    return [write(tree["tree_structure"]) for tree in grown.dump_model()["tree_info"]]
