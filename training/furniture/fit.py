"""Fit the line model: a logistic regression and boosted trees for each question, as a table for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from explore.sources.features import features
from explore.sources.line_model import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from pastes import Paste

_PENALTY = 60.0
_STEPS = 8
_VARIANT_WEIGHT = 0.4
_GROWN = {
    "max_iter": 100,
    "learning_rate": 0.08,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 40,
    "l2_regularization": 10.0,
    "max_features": 0.3,
    "early_stopping": False,
    "random_state": 0,
}


def answers(label: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    """Return the answers to the questions for the lines of a paste."""
    begun = np.maximum.accumulate(label)
    goes_on = np.maximum.accumulate(label[::-1])[::-1]
    return dict(zip(QUESTIONS, (label, begun, goes_on), strict=True))


def fit(pastes: Sequence[Paste], others: Sequence[Paste]) -> dict[str, Any]:
    """Return the model of the pastes and, with less weight, of their other layouts."""
    table = np.vstack([p.table for p in (*pastes, *others)])
    weight = np.concatenate([p.weights() for p in pastes] + [p.weights() * _VARIANT_WEIGHT for p in others])
    weight *= len(weight) / weight.sum()
    center = np.average(table, axis=0, weights=weight)
    scale = np.sqrt(np.average((table - center) ** 2, axis=0, weights=weight)) + 1e-9
    scaled = np.clip((table - center) / scale, -6, 6)
    model: dict[str, Any] = {
        "features": list(features(pastes[0].lines)[1]),
        "center": _rounded(center),
        "scale": _rounded(scale),
        "weights": {},
        "base": {},
        "trees": {},
    }
    for question in QUESTIONS:
        label = np.concatenate([answers(p.label)[question] for p in (*pastes, *others)])
        model["weights"][question] = _rounded(_logistic(scaled, label, weight))
        grown = HistGradientBoostingClassifier(**_GROWN).fit(table, label, sample_weight=weight)
        model["base"][question] = round(float(np.ravel(grown._baseline_prediction)[0]), 4)
        model["trees"][question] = [_written(step[0].nodes, 0) for step in grown._predictors]
    return model


def _logistic(
    table: NDArray[np.float64], label: NDArray[np.bool_], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights of a ridge-penalised logistic regression, the constant last (Newton's method)."""
    rows = np.hstack([table, np.ones((len(table), 1))])
    penalty = np.full(rows.shape[1], _PENALTY)
    penalty[-1] = 1e-6
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (sure - label)) + penalty * found
        bend = np.maximum(weight * sure * (1 - sure), 1e-6)
        found -= np.linalg.solve((rows * bend[:, None]).T @ rows + np.diag(penalty), slope)
    return found


def _written(nodes: NDArray[np.void], at: int) -> list[object] | float:
    """Return a tree as [feature, threshold, low, high], a leaf as a number."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    threshold = float(f"{float(node['num_threshold']):.6g}")
    return [
        int(node["feature_idx"]),
        threshold,
        _written(nodes, int(node["left"])),
        _written(nodes, int(node["right"])),
    ]


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return [float(f"{v:.5g}") for v in values]
