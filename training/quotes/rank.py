"""Fit what decides about runs in marks, and write the weights that ship.

    python training/quotes/rank.py PARSED_FOLDER

Two models: is a run in marks a quotation, and which of the candidates around it said it. Only weights are
kept. See README.md for the data and what the models reach.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from fit import conditional, logistic
from parsed import articles

from explore.language import paragraph_spans
from explore.quotes.candidates import Candidate, candidates
from explore.quotes.features import PAIR_FEATURES, RUN_FEATURES, near, pair_features, run_features, scene
from explore.quotes.marks import find_runs
from explore.quotes.model import PATH
from explore.quotes.syntax import Syntax, TokenRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc


def main(folder: Path) -> None:
    runs, attributed, pairs, right, starts = [], [], [], [], []
    for doc, article in articles(folder, "train"):
        for row, is_quotation, rows, labels in examples(doc, article):
            runs.append(row)
            attributed.append(is_quotation)
            if any(labels):
                starts.append(len(pairs))
                pairs += rows
                right += labels
    weights, bias = logistic(np.array(runs, float), np.array(attributed, float))
    chosen = conditional(np.array(pairs, float), np.array(right, float), np.array(starts))
    told = {
        "source": "training/quotes/rank.py",
        "runs": len(runs),
        "groups": len(starts),
        "bias": round(bias, 4),
        "run": {name: round(float(w), 4) for name, w in zip(RUN_FEATURES, weights, strict=True)},
        "pair": {name: round(float(w), 4) for name, w in zip(PAIR_FEATURES, chosen, strict=True)},
    }
    PATH.write_text(json.dumps(told, indent=1) + "\n", encoding="utf8")
    print(
        f"{len(runs)} runs, {sum(attributed)} attributed, {len(starts)} with a speaker among the candidates"
    )


def examples(
    doc: Doc, article: dict[str, Any]
) -> Iterator[tuple[list[float], bool, list[list[float]], list[bool]]]:
    """Yield each run in marks: its features, whether it is attributed, its candidates' features and which is right."""
    syntax = Syntax(doc, find_runs(doc.text, paragraph_spans(doc)))
    found = scene(syntax, candidates(syntax))
    gold = [
        tuple(_tokens(syntax, quote.get(key)) for key in ("spans", "speaker_spans", "cue_spans"))
        for quote in article["quotes"]
    ]
    before: TokenRun | None = None
    last: tuple[TokenRun, Candidate] | None = None
    for run in found.outer:
        words = _words(syntax, run.begin, run.end)
        around = [quote for quote in gold if 2 * len(quote[0] & words) >= len(words)]
        _, speaker, cue = min(around, key=lambda quote: len(quote[0]), default=(set(), set(), set()))
        places = near(found, run)
        said = [found.candidates[i].speaker in speaker for i in places]
        both = [s and found.candidates[i].cue in cue for s, i in zip(said, places, strict=True)]
        labels = both if any(both) else said
        yield (
            run_features(found, run, before),
            bool(around),
            [pair_features(found, run, i, places, last) for i in places],
            labels,
        )
        before = run
        if any(labels):
            last = run, found.candidates[places[labels.index(True)]]


def _tokens(syntax: Syntax, spans: list[list[int]] | None) -> set[int]:
    return {i for begin, end in spans or [] for i in _words(syntax, *syntax.tokens(begin, end))}


def _words(syntax: Syntax, begin: int, end: int) -> set[int]:
    return {i for i in range(begin, end) if any(c.isalnum() for c in syntax.lower[i])}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
