"""Fit the model that tells an article's lines from the furniture around them, and say how good it is.

    python -m training.furniture.train FOLDER            # writes src/explore/sources/line_model.json
    python -m training.furniture.train FOLDER --check 6  # six folds by site; writes nothing

FOLDER holds JSON Lines files of pastes; README.md says what is in them and what the model reaches.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.sources.shingles import Score, mean_scores, precision_recall
from training.furniture.fit import fit
from training.furniture.layouts import layouts, variants
from training.furniture.pastes import Paste, pastes_in

from explore.sources.furniture import cut_furniture
from explore.sources.line_model import LineModel, model_from

OUT = Path(__file__).parents[2] / "src" / "explore" / "sources" / "line_model.json"
ABOUT = (
    "The line model: log-odds that a line of a pasted page is of the article, after its beginning, before "
    "its end. For each question boosted trees ([feature, threshold, low, high]; a number is a leaf), for a "
    "first look on the features, and for a second one on what the first said (second look) and the "
    "features; the second counts. Made by training/furniture/train.py; the card is "
    "training/furniture/README.md. No text is in it."
)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--check", type=int, default=0, metavar="FOLDS")
    told = arguments.parse_args()
    pastes = pastes_in(told.folder)
    if told.check:
        check(pastes, told.check)
        return
    table = {"_about": ABOUT} | fit([*pastes, *layouts(pastes)])
    OUT.write_text(_dumped(table), encoding="utf-8")


def _dumped(table: dict[str, Any]) -> str:
    """Return JSON with a line for each entry and each tree."""
    entries = []
    for name, value in table.items():
        written = json.dumps(value, ensure_ascii=False)
        if isinstance(value, dict):
            questions = (
                f"{json.dumps(q)}: [\n   " + ",\n   ".join(map(json.dumps, trees)) + "\n  ]"
                for q, trees in value.items()
            )
            written = "{\n  " + ",\n  ".join(questions) + "\n }"
        entries.append(f"{json.dumps(name)}: {written}")
    return "{\n " + ",\n ".join(entries) + "\n}\n"


def check(pastes: list[Paste], folds: int) -> None:
    """Print precision and recall of pastes from sites that the model has not seen."""
    sites = sorted({site for p in pastes for site in p.sites})
    order = dict(zip(np.random.default_rng(0).permutation(sites), range(len(sites)), strict=True))
    others = layouts(pastes)
    scores: dict[str, list[Score]] = {}
    for fold in range(folds):
        held = {site for site in sites if order[site] % folds == fold}
        model = model_from(fit([p for p in (*pastes, *others) if not p.sites & held]))
        for paste in pastes:
            if paste.sites <= held:
                _score(paste, model, scores)
        print(f"fold {fold + 1} of {folds}", file=sys.stderr, flush=True)
    for name, found in scores.items():
        print(f"{name:44s} {mean_scores(found)}")


def _score(paste: Paste, model: LineModel, scores: dict[str, list[Score]]) -> None:
    names = ("", ", only the article", ", with lines around, all spaced")
    for name, version in zip(names, (paste, *variants(paste)), strict=False):
        kept = cut_furniture(version.lines, model).kept
        score = precision_recall(paste.body, "\n".join(version.lines[i].text for i in kept))
        scores.setdefault(paste.style + name, []).append(score)
        if paste.prose and not name:
            scores.setdefault(f"{paste.style}, prose", []).append(score)


if __name__ == "__main__":
    main()
