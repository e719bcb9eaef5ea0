"""Let a teacher read the texts: python -m training.language.teacher.label PART ENCODER TEACHER TEXTS.

PART is trees or names. Beside each file of sentences in the folder TEXTS comes one of what the teacher
holds likely: of each word the best answers, with their chances.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from training.language.store import read_sentences
from training.language.teacher.batches import batch, by_length
from training.language.teacher.encoder import read_pieces
from training.language.teacher.network import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from training.language.sentence import Sentence
    from training.language.teacher.network import Teacher

    from explore.language.words import Pieces

BEST = 4  # answers kept of each word
WORDS = 2000  # in a batch


@torch.no_grad()
def answers(
    part: str, teacher: Teacher, pieces: Pieces, sentences: Sequence[Sentence]
) -> dict[str, NDArray[np.float32]]:
    """Return for each question the best answers and their chances, arrays of shape (words, 4).

    Heads are places in the sentence from 1, 0 for the root; a relation is that to the likeliest head.
    """
    bare = [replace(s, tags=None, heads=None, names=None) for s in sentences]
    starts = np.cumsum([0, *(len(s.words) for s in bare)])
    questions = ("tags", "morphs", "heads", "deps") if part == "trees" else ("names",)
    found = {
        f"{q}_{end}": np.zeros((starts[-1], BEST), "f4") for q in questions for end in ("best", "chance")
    }
    for places in by_length(bare, WORDS):
        numbers = batch([bare[i] for i in places], teacher.labels, pieces)
        hidden = teacher.hidden(numbers)
        if part == "trees":
            arcs, dependents, governors = teacher.tree(hidden, numbers.words)
            scores = [teacher.tags(hidden), teacher.morphs(hidden), arcs]
            scores.append(teacher.relations(dependents, governors, arcs.argmax(-1)))
        else:
            scores = [teacher.names(hidden)]
        for question, score in zip(questions, scores, strict=True):
            kept = min(BEST, score.shape[-1])
            chances, best = score.float().softmax(-1).topk(kept)
            for row, place in enumerate(places):
                a, b = starts[place], starts[place + 1]
                found[f"{question}_best"][a:b, :kept] = best[row, : b - a]
                found[f"{question}_chance"][a:b, :kept] = chances[row, : b - a]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", choices=("trees", "names"))
    parser.add_argument("encoder", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("texts", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    teacher, pieces = load(args.teacher), read_pieces(args.encoder)
    for path in sorted(args.texts.glob("*.jsonl.gz")):
        found = answers(args.part, teacher, pieces, read_sentences(path))
        kept = {k: v.astype("u1" if k.endswith("best") else "f2") for k, v in found.items()}
        np.savez(path.with_name(f"{path.name.split('.')[0]}.{args.part}.npz"), **kept)  # type: ignore[arg-type]
        print(f"{path.name}: {len(next(iter(found.values())))} words", flush=True)


if __name__ == "__main__":
    main()
