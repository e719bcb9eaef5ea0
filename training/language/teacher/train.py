"""Train a teacher: python -m training.language.teacher.train {trees,names} DATA ENCODER OUT.

Needs torch and safetensors, which the product does not. On one core; a second one is no help to so small a
network, but two teachers can be trained side by side.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from training.language.renaming import Renamer
from training.language.sources import name_sources, tree_sources
from training.language.teacher.answers import name_score, tree_scores
from training.language.teacher.batches import batch, by_length, labels_of
from training.language.teacher.encoder import Pieces
from training.language.teacher.network import Labels, Teacher
from training.language.treebanks import read_treebank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.language.sentence import Sentence

# How often the words of a source are seen in one round.
ROUNDS = {"gum": 1, "uner": 2, "gmb": 0.25, "crossner": 1, "own": 3, "ewt": 0.15}


def rounds(
    sources: dict[str, list[Sentence]], renamer: Renamer | None, rng: random.Random
) -> Iterator[list[Sentence]]:
    """Yield for ever the sentences of a round: all of the small sources, another quarter of the large one."""
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
    listed = (tree_sources if args.part == "trees" else name_sources)(args.data)
    sources = {source.name: [s for s in source.sentences if len(s.words) < 150] for source in listed}
    dev = _dev(args)
    if args.part == "names":
        renamer = Renamer(args.data / "names/reign_leaders.csv", (s for ss in sources.values() for s in ss))
        sources = {name: [without_tree(s) for s in ss] for name, ss in sources.items()}
    else:
        renamer = None
    labels = labels_of(s for sentences in sources.values() for s in sentences)
    teacher = Teacher(labels)
    teacher.encoder.read(args.encoder)
    pieces = Pieces(args.encoder / "vocab.txt")
    encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
    mine = {id(p) for p in teacher.encoder.parameters()}
    groups = [
        {"params": encoder, "lr": args.rate, "full": args.rate},
        {"params": [p for p in teacher.parameters() if id(p) not in mine], "lr": 1e-3, "full": 1e-3},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    seen, reported, began, losses = 0, 0, time.time(), {}  # type: ignore[var-annotated]
    for sentences in rounds(sources, renamer, rng):
        for places in by_length(sentences, args.batch, rng):
            done = max(seen / args.words, (time.time() - began) / (60 * args.minutes))
            for group in groups:
                optimizer.param_groups[groups.index(group)]["lr"] = group["full"] * min(
                    done / 0.05, (1 - done) / 0.95, 1.0
                )
            if done >= 1 or seen - reported >= args.every:
                reported = seen
                teacher.eval()
                report = (
                    tree_scores(teacher, pieces, dev)
                    if args.part == "trees"
                    else name_score(teacher, pieces, dev)
                )
                teacher.train()
                shown = " ".join(f"{k} {v:.2f}" for k, v in (report | losses).items())
                print(
                    f"{time.strftime('%H:%M')} {seen} words {seen / (time.time() - began):.0f}/s {shown}",
                    flush=True,
                )
            if done >= 1:
                save(teacher, args.out)
                return
            chosen = [sentences[i] for i in places]
            found = teacher.loss(batch(chosen, labels, pieces))
            loss = sum(found.values())
            optimizer.zero_grad()
            loss.backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0)  # type: ignore[union-attr]
            optimizer.step()
            for name, value in found.items():
                losses[name] = 0.98 * losses.get(name, value.item()) + 0.02 * value.item()
            seen += sum(len(s.words) for s in chosen)


def without_tree(sentence: Sentence) -> Sentence:
    """Return a sentence with its names only."""
    from dataclasses import replace

    return replace(sentence, tags=None, pos=None, feats=None, heads=None, deps=None, lemmas=None)


def _dev(args: argparse.Namespace) -> dict[str, list[Sentence]]:
    from training.language.own import read_own
    from training.language.sources import HELD_OUT, HERE

    folder = args.data / "treebanks"
    if args.part == "trees":
        return {name: read_treebank(folder / f"en_{name}-dev.conllu") for name in ("ewt", "gum")}
    gum = [without_tree(s) for s in read_treebank(folder / "en_gum-dev.conllu", names="gum")]
    return {"gum": gum, "own": read_own(HERE / "corpus")[::HELD_OUT]}


def save(teacher: Teacher, path: Path) -> None:
    """Write a teacher to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"labels": asdict(teacher.labels), "weights": teacher.state_dict()}, path)


def load(path: Path) -> Teacher:
    """Read a teacher from a file of `save`."""
    stored = torch.load(path, weights_only=True)
    teacher = Teacher(Labels(**stored["labels"]))
    teacher.load_state_dict(stored["weights"])
    return teacher.eval()


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
