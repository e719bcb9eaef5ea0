"""Train a teacher: python -m training.language.teacher.train {trees,names} DATA ENCODER OUT.

Needs torch and safetensors, which the product does not. On one core; a second one is no help to so small a
network, but two teachers can be trained side by side.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from training.language.renaming import Renamer
from training.language.sources import dev_sources, name_sources, tree_sources
from training.language.teacher.answers import name_score, tree_scores
from training.language.teacher.batches import batch, by_length, labels_of
from training.language.teacher.encoder import read_pieces
from training.language.teacher.network import Teacher, save

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.language.sentence import Sentence

# How often a source with names is seen in one round; EWT only says what is no name.
ROUNDS = {"gum": 1, "uner": 2, "gmb": 0.25, "crossner": 1, "own": 3, "ewt": 0.15}
LONGEST = 150  # words in a sentence


def rounds(
    sources: dict[str, list[Sentence]], renamer: Renamer | None, rng: random.Random
) -> Iterator[list[Sentence]]:
    """Yield for ever the sentences of a round: trees once each, names by ROUNDS."""
    left: dict[str, list[Sentence]] = {name: [] for name in sources}
    while True:
        found = []
        for name, sentences in sources.items():
            count = int((ROUNDS[name] if renamer else 1) * len(sentences))
            while len(left[name]) < count:
                left[name] += rng.sample(sentences, len(sentences))
            found += left[name][:count]
            left[name] = left[name][count:]
        yield [renamer.rename(s, rng) if renamer and s.names and s.heads is None else s for s in found]


def train(args: argparse.Namespace) -> None:
    """Train for so many words; the rate rises over the first twentieth and falls to nothing."""
    rng = random.Random(args.seed)
    sources, renamer = sources_of(args)
    dev = dev_of(args)
    teacher = Teacher(labels_of(s for sentences in sources.values() for s in sentences))
    teacher.encoder.read(args.encoder)
    pieces = read_pieces(args.encoder)
    optimizer, full = optimizer_of(teacher, args.rate)
    trained = [p for group in optimizer.param_groups for p in group["params"]]
    seen, reported, began, losses = 0, 0, time.time(), {}  # type: ignore[var-annotated]
    for sentences in rounds(sources, renamer, rng):
        for places in by_length(sentences, args.batch, rng):
            done = max(seen / args.words, (time.time() - began) / (60 * args.minutes))
            for group, rate in zip(optimizer.param_groups, full, strict=True):
                group["lr"] = rate * min(done / 0.05, (1 - done) / 0.95, 1.0)
            if done >= 1 or seen - reported >= args.every:
                reported = seen
                teacher.eval()
                found = (tree_scores if args.part == "trees" else name_score)(teacher, pieces, dev)
                teacher.train()
                shown = " ".join(f"{name} {value:.2f}" for name, value in (found | losses).items())
                rate = seen / (time.time() - began)
                print(f"{time.strftime('%H:%M')} {seen:>9} words {rate:.0f}/s | {shown}", flush=True)
            if done >= 1:
                return save(teacher, args.out)
            chosen = [sentences[i] for i in places]
            answered = teacher.loss(batch(chosen, teacher.labels, pieces))
            optimizer.zero_grad()
            torch.stack(list(answered.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            for name, value in answered.items():
                losses[name] = 0.98 * losses.get(name, value.item()) + 0.02 * value.item()
            seen += sum(len(s.words) for s in chosen)


def sources_of(args: argparse.Namespace) -> tuple[dict[str, list[Sentence]], Renamer | None]:
    """Return what is trained on by source, and for names what puts others in their place."""
    listed = (tree_sources if args.part == "trees" else name_sources)(args.data)
    sources = {name: [s for s in sentences if len(s.words) <= LONGEST] for name, sentences in listed.items()}
    if args.part == "trees":
        return sources, None
    renamer = Renamer(args.data / "names/reign_leaders.csv", (s for ss in sources.values() for s in ss))
    return {name: [without_tree(s) for s in ss] for name, ss in sources.items()}, renamer


def dev_of(args: argparse.Namespace) -> dict[str, list[Sentence]]:
    """Return the dev sets of a part."""
    dev = dev_sources(args.data)
    if args.part == "trees":
        return {name: dev[name] for name in ("ewt", "gum")}
    return {name: [without_tree(s) for s in dev[name]] for name in ("gum", "own")}


def optimizer_of(teacher: Teacher, rate: float) -> tuple[torch.optim.Optimizer, list[float]]:
    """Return an optimizer and the full rates of its two groups, the encoder and the rest."""
    encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
    inside = {id(p) for p in teacher.encoder.parameters()}
    rest = [p for p in teacher.parameters() if id(p) not in inside]
    groups = [{"params": encoder}, {"params": rest}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True), [rate, 1e-3]


def without_tree(sentence: Sentence) -> Sentence:
    """Return a sentence with its names only."""
    return replace(sentence, tags=None, pos=None, feats=None, heads=None, deps=None, lemmas=None)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", choices=("trees", "names"))
    parser.add_argument("data", type=Path, help="the folder with treebanks/ and names/")
    parser.add_argument("encoder", type=Path, help="the folder with model.safetensors and vocab.txt")
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=3_000_000)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after this time at the latest")
    parser.add_argument("--rate", type=float, default=2e-4, help="of the encoder; the rest learns at 0.001")
    parser.add_argument("--batch", type=int, default=800, help="words in an update")
    parser.add_argument("--every", type=int, default=300_000, help="words between two reports")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    train(args)


if __name__ == "__main__":
    main()
