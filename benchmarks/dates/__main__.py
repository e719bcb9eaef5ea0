"""Measure dates on a folder of marked texts and print tables: python -m benchmarks.dates FOLDER.

The folder holds TimeML files (*.tml) or lines of JSON (*.jsonl: id, dct, text, timexes); the articles of
dct*.jsonl are read without their day, which is to be inferred. Peers are measured where they are installed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.dates.corpus import Mark, Marked, corpora, undated
from benchmarks.dates.peers import installed
from benchmarks.dates.publication import table
from benchmarks.dates.scoring import MEASURES, f1

from explore.language import load_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from spacy.language import Language


def ours(nlp: Language) -> Callable[[str, date | None], list[Mark]]:
    """Return a function from a text and its day of publication to what `explore_dates` finds."""

    def find(text: str, published: date | None) -> list[Mark]:
        doc = nlp.make_doc(text)
        doc._.published = published
        return [Mark(t.start_char, t.end_char, t.type, t.value) for t in nlp(doc)._.timexes]

    return find


def measure(texts: list[Marked], find: Callable[[str, date | None], list[Mark]]) -> str:
    """Return the cells of one row: the four F1 and texts a CPU-second."""
    began = time.process_time()
    found = [(text.marks, find(text.text, text.published)) for text in texts]
    rate = len(texts) / max(time.process_time() - began, 1e-9)
    scores = f1(found)
    return " | ".join([*(f"{scores[name]:.1f}" for name in MEASURES), f"{rate:.1f}"])


def main(folder: Path) -> None:
    """Print the table of expressions and the table of publication days."""
    nlp = load_language()
    nlp.add_pipe("explore_dates")
    systems = {"explore": ours(nlp)} | installed()
    print(f"| corpus | system | {' | '.join(MEASURES)} | texts a CPU-second |")
    print("|---|---|" + "---|" * (len(MEASURES) + 1))
    for name, texts in corpora(folder):
        for system, find in systems.items():
            print(f"| {name} | {system} | {measure(texts, find)} |", flush=True)
    if articles := undated(folder):
        print()
        print("\n".join(table(nlp, articles)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
