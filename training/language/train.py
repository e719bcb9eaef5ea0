"""Train a network: python -m training.language.train {trees,names} DATA OUT --earlier PIPELINE."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.util import fix_random_seed
from thinc.api import Adam, NumpyOps, set_current_ops
from training.language.mixture import examples
from training.language.pipeline import grow
from training.language.renaming import Renamer
from training.language.score import quick_scores
from training.language.sources import name_dev, name_sources, tree_dev, tree_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.training import Example

HERE = Path(__file__).parent


def batches(stream: Iterator[Example], words: int) -> Iterator[list[Example]]:
    """Yield lists of examples of about so many words."""
    batch: list[Example] = []
    size = 0
    for example in stream:
        batch.append(example)
        size += len(example.predicted)
        if size >= words:
            yield batch
            batch, size = [], 0


def train(nlp: Language, args: argparse.Namespace) -> None:
    """Train for so many words, the rate falling to nothing; keep the averaged weights that do best on dev."""
    rng = random.Random(args.seed)
    optimizer = Adam(args.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    nlp._optimizer = optimizer
    sources = (name_sources if args.part == "names" else tree_sources)(args.data, args.taught)
    renamer = Renamer(
        args.data / "names/reign_leaders.csv", (s for source in sources for s in source.sentences)
    )
    dev = (name_dev if args.part == "names" else tree_dev)(args.data, nlp)
    best = 0.0
    began, seen, reported, losses = time.time(), 0, 0, {}  # type: ignore[var-annotated]
    for batch in batches(examples(nlp, sources, rng, renamer), args.batch):
        done = max(seen / args.words, (time.time() - began) / (60 * args.minutes))
        optimizer.learn_rate = args.rate * min(1.0, (seen + 1000) / 40000) * _decay(done, args.hold)
        nlp.update(batch, sgd=optimizer, drop=args.dropout, losses=losses)
        seen += sum(len(example.predicted) for example in batch)
        if seen - reported >= args.every or done >= 1:
            reported = seen
            with nlp.use_params(optimizer.averages):
                scores = quick_scores(nlp, dev)
                mean = sum(scores.values()) / len(scores)
                if mean > best:
                    nlp.to_disk(args.out)
            _report(scores, "kept" if mean > best else "", seen, time.time() - began, losses)
            best, losses = max(best, mean), {}
        if done >= 1:
            return


def _decay(done: float, hold: float) -> float:
    """Return 1 for the first part, then a straight line down to a fiftieth."""
    return 1.0 if done < hold else max(0.02, (1 - done) / (1 - hold))


def _report(scores: dict[str, float], note: str, seen: int, seconds: float, losses: dict[str, float]) -> None:
    shown = " ".join(f"{name} {value:.1f}" for name, value in scores.items())
    lost = " ".join(f"{name} {value:.0f}" for name, value in losses.items())
    clock = time.strftime("%H:%M")
    print(f"{clock} {seen:>9} words {seen / seconds:.0f}/s | {shown} | {lost} {note}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("trees", "names"))
    parser.add_argument("data", type=Path, help="the folder with treebanks/ and names/")
    parser.add_argument("out", type=Path)
    parser.add_argument("--earlier", type=Path, required=True, help="the pipeline to grow out of")
    parser.add_argument("--vectors", type=Path, required=True, help="word vectors from vectors.py")
    parser.add_argument("--taught", type=Path, help="the folder of a teacher's labels")
    parser.add_argument("--words", type=int, default=10_000_000)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after this time at the latest")
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--hold", type=float, default=0.3, help="the part of the run before the rate falls")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--batch", type=int, default=1000, help="words in an update")
    parser.add_argument("--every", type=int, default=300_000, help="words between two reports")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    fix_random_seed(args.seed)
    # numpy's BLAS is twice as fast as blis on processors with AVX-512, and as fast elsewhere.
    set_current_ops(NumpyOps(use_blis=False))
    train(grow(HERE / f"{args.part}.cfg", args.earlier, args.vectors), args)


if __name__ == "__main__":
    main()
