"""The learned part: which runs in marks are quotations, who said them, which cues report words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from explore.quotes.pair_features import PAIR_FEATURES
from explore.quotes.report import REPORT_FEATURES
from explore.quotes.run_features import RUN_FEATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PATH = Path(__file__).parent / "model.json"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of logistic models for runs and for cues, and of a conditional one for candidates.

    Attributes
    ----------
    run : array of shape (len(RUN_FEATURES),)
    bias : float
    pair : array of shape (len(PAIR_FEATURES),)
    report : array of shape (len(REPORT_FEATURES),)
    report_bias : float
    """

    run: Floats
    bias: float
    pair: Floats
    report: Floats
    report_bias: float

    def attributed(self, features: Sequence[float]) -> float:
        """Return the probability that a run in marks is a quotation."""
        return _chance(float(np.dot(self.run, features)) + self.bias)

    def reports(self, features: Sequence[float]) -> float:
        """Return the probability that a cue reports words."""
        return _chance(float(np.dot(self.report, features)) + self.report_bias)

    def speakers(self, rows: Sequence[Sequence[float]]) -> Floats:
        """Return the probability of each candidate; they add up to 1.

        Parameters
        ----------
        rows : sequence of shape (candidates, len(PAIR_FEATURES))
        """
        scores = np.asarray(rows, dtype=float) @ self.pair
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum())


def _chance(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the model that ships; features it has no weight for count nothing."""
    told = json.loads(PATH.read_text(encoding="utf8"))
    return Model(
        run=np.array([told["run"].get(name, 0.0) for name in RUN_FEATURES]),
        bias=told["bias"],
        pair=np.array([told["pair"].get(name, 0.0) for name in PAIR_FEATURES]),
        report=np.array([told["report"].get(name, 0.0) for name in REPORT_FEATURES]),
        report_bias=told["report_bias"],
    )
