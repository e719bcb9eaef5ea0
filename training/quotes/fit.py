"""Logistic models by Newton's method: a plain one, and a conditional one that chooses within groups."""

from __future__ import annotations

import numpy as np

ROUNDS = 25


def standardised(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return rows with mean 0 and deviation 1, the means and the deviations."""
    mean, scale = rows.mean(0), rows.std(0)
    scale[scale < 1e-6] = 1.0
    return (rows - mean) / scale, mean, scale


def logistic(rows: np.ndarray, labels: np.ndarray, ridge: float = 3.0) -> tuple[np.ndarray, float]:
    """Return the weights and the bias of a logistic regression on raw features.

    Parameters
    ----------
    rows : array of shape (n, features)
    labels : array of shape (n,), 0 or 1
    ridge : float
        Weight of the squared norm of the standardised weights.
    """
    x, mean, scale = standardised(rows)
    x = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 0.0
    w = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (labels - p) - penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w += np.linalg.solve(hessian + 1e-9 * np.eye(len(w)), gradient)
    raw = w[:-1] / scale
    return raw, float(w[-1] - raw @ mean)


def conditional(rows: np.ndarray, labels: np.ndarray, starts: np.ndarray, ridge: float = 6.0) -> np.ndarray:
    """Return the weights of a conditional logistic regression on raw features.

    Several right rows of a group share its weight by what the model thinks of each (as EM does).

    Parameters
    ----------
    rows : array of shape (n, features)
        The rows of a group stand together.
    labels : array of shape (n,), 0 or 1
    starts : array of shape (groups,)
        The first row of each group.
    """
    x, _, scale = standardised(rows)
    sizes = np.diff([*starts, len(x)])
    group = np.repeat(np.arange(len(starts)), sizes)
    w = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        scores = x @ w
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        p = powers / np.add.reduceat(powers, starts)[group]
        right = p * labels
        q = right / np.add.reduceat(right, starts)[group]
        mean = np.add.reduceat(x * p[:, None], starts)
        hessian = (x * p[:, None]).T @ x - mean.T @ mean + ridge * np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (q - p) - ridge * w)
    return w / scale
