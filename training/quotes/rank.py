"""Fit the models of the quotes component, and write the weights that ship.

    python -m training.quotes.rank PARSED_FOLDER

Three models: is a run in marks a quotation; which of the candidates around it said it; does a verb report
words. Only weights are kept. See README.md for the data and what the models reach.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from training.quotes.examples import Article
from training.quotes.fit import conditional, logistic
from training.quotes.parsed import articles

from explore.quotes.model import PATH
from explore.quotes.pair_features import PAIR_FEATURES
from explore.quotes.report import REPORT_FEATURES
from explore.quotes.run_features import RUN_FEATURES


def main(folder: Path) -> None:
    runs, attributed, pairs, right, starts, cues, reports = [], [], [], [], [], [], []
    for doc, annotated in articles(folder, "train"):
        article = Article(doc, annotated)
        for row, is_quotation, rows, labels in article.runs():
            runs.append(row)
            attributed.append(is_quotation)
            if any(labels):
                starts.append(len(pairs))
                pairs += rows
                right += labels
        for row, is_report in article.reports():
            cues.append(row)
            reports.append(is_report)
    run, bias = logistic(np.array(runs, float), np.array(attributed, float))
    pair = conditional(np.array(pairs, float), np.array(right, float), np.array(starts))
    report, report_bias = logistic(np.array(cues, float), np.array(reports, float))
    told = {
        "source": "training/quotes/rank.py",
        "runs": len(runs),
        "speakers": len(starts),
        "cues": len(cues),
        "bias": round(bias, 4),
        "report_bias": round(report_bias, 4),
        "run": _named(RUN_FEATURES, run),
        "pair": _named(PAIR_FEATURES, pair),
        "report": _named(REPORT_FEATURES, report),
    }
    PATH.write_text(json.dumps(told, indent=1) + "\n", encoding="utf8")
    print(f"{len(runs)} runs, {sum(attributed)} attributed, {len(starts)} with their speaker in reach")
    print(f"{len(cues)} cues, {sum(reports)} report words")


def _named(names: tuple[str, ...], weights: np.ndarray) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
