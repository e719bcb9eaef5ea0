"""Learn the table `lags.csv` from articles of known date: python -m training.dates.fit FOLDER.

The folder holds dct*.jsonl: an article a line, with `dct` (its day) and `text`, its date lines taken out.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from benchmarks.dates.corpus import undated
from training.dates.shares import bins_of, scale_of
from training.dates.softmax import Known, chances, fit, layout

from explore.actors.tenures import tenures
from explore.dates import publication
from explore.dates.find import find
from explore.dates.publication.clues import clues
from explore.dates.publication.evidence import observe
from explore.dates.publication.likelihood import FIRST, LAST, PRIOR, YEAR
from explore.dates.resolve import ways
from explore.language import load_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from spacy.tokens import Doc
    from training.dates.softmax import Table, Vector

TABLE = Path(publication.__file__).with_name("lags.csv")
FOLDS = 5
# Clues repeat one another: weights are made milder by as much as fits articles best that are new to them.
MILDER = 1.15
# Tables and tenses err now and then: what one clue rules out, others can still outweigh.
LEAST = -4.0
# Kinds that too few articles have to learn them: set by hand, against chance.
BY_HAND = {
    "weekdays and days": (-3.5, 1.92),
    "day falls on its weekday": (-2.1, 1.85),
    "day called today": (-2.3, 5.5),
    "weekday called today": (-2.0, 1.85),
}
NOTE = f"""\
# Weights of clues for the day of publication: the log of how much likelier than by chance a day is, by bin.
# `scale` names the bins (see likelihood.py); `texts` says how many articles had such a clue.
# Learned by training/dates from 1,406 articles of known date, no word of which is in it.
# By hand: {", ".join(BY_HAND)}.
"""


def known(doc: Doc, day: date) -> Known:
    """Return the clues of a parsed article with its day."""
    found = find(doc)
    told = clues(doc.text, observe(doc, found, ways(doc, found)), tenures(doc.text))
    fixed = PRIOR.copy()
    for clue in told:
        if clue.kind in BY_HAND:
            fixed += np.array(BY_HAND[clue.kind])[clue.bins]
    return Known([clue for clue in told if clue.kind not in BY_HAND], (day - FIRST).days, fixed)


def learned(articles: Sequence[Known], table: Table) -> Vector:
    """Return the weights that ship."""
    return np.maximum(fit(articles, table) / MILDER, LEAST)


def crossed(articles: Sequence[Known]) -> list[Vector]:
    """Return the chances of every article under weights learned without its fifth of the articles."""
    fold = np.random.default_rng(1).permutation(len(articles)) % FOLDS
    table = layout(articles)
    found: dict[int, Vector] = {}
    for out in range(FOLDS):
        weights = learned([article for i, article in enumerate(articles) if fold[i] != out], table)
        for i in np.flatnonzero(fold == out):
            found[int(i)] = chances(articles[i], table, weights)
    return [found[i] for i in range(len(articles))]


def report(articles: Sequence[Known], chance: Iterable[Vector]) -> str:
    """Return how good forced guesses are: the likeliest day, within a day, and the likeliest year."""
    rows = []
    for article, here in zip(articles, chance, strict=True):
        away = abs(int(here.argmax()) - article.day)
        year = int(np.bincount(YEAR, here).argmax()) == YEAR[article.day]
        rows.append((away == 0, away <= 1, year, np.log(here[article.day] + 1e-12)))
    exact, near, year, fitness = np.array(rows, dtype=float).mean(axis=0)
    good = f"day {exact:.1%}, within a day {near:.1%}, year {year:.1%}, log-likelihood {fitness:.3f}"
    return f"{len(rows)} articles: {good}"


def write(table: Table, weights: Vector, path: Path = TABLE) -> None:
    """Write the table of weights."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(NOTE)
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["clue", "scale", "texts", "weights"])
        for kind, at in table.at.items():
            scale = scale_of(kind)
            values = " ".join(f"{value:.2f}" for value in weights[at : at + bins_of(scale)])
            out.writerow([kind, scale, table.counts[kind], values])
        for kind, by_hand in BY_HAND.items():
            out.writerow([kind, scale_of(kind), 0, " ".join(map(str, by_hand))])


def main(folder: Path) -> None:
    """Parse the articles, say how good the weights are on articles they were not learned from, write them."""
    texts = [(day, text) for _, day, text in undated(folder) if FIRST <= day <= LAST]
    docs = load_language().pipe(text for _, text in texts)
    articles = [known(doc, day) for doc, (day, _) in zip(docs, texts, strict=True)]
    print(report(articles, crossed(articles)))
    table = layout(articles)
    write(table, learned(articles, table))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
