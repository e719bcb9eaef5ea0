"""Train the network: python -m training.language.train DATA ENCODER TEACHER OUT TEXTS [TEXTS ...].

Needs torch and safetensors, which the product does not. On one core.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional
from training.language.network import Network
from training.language.rounding import rounded
from training.language.sources import dev_sources
from training.language.teacher.batches import batch as teacher_batch
from training.language.teacher.encoder import read_pieces
from training.language.teacher.network import load
from training.language.windows import Batches, cut, read_corpus

from explore.language.parts import best_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.language.network import Batch
    from training.language.sentence import Sentence
    from training.language.teacher.network import Teacher

    from explore.language.words import Pieces

WEIGHTS = {"tags": 1.0, "morphs": 1.0, "heads": 1.0, "deps": 1.0, "names": 4.0, "starts": 0.5}
PIECE_STEPS = 11  # of the vectors of pieces on either side of nought, as they ship


def worked(teacher: Teacher, pieces: Pieces, sentences: list[Sentence]) -> list[Tensor]:
    """Return of each layer how much each place of its inner half says, on a thousand sentences."""
    sums = [torch.zeros(layer.inner.out_features) for layer in teacher.encoder.layers]  # type: ignore[union-attr, arg-type]
    for layer, total in zip(teacher.encoder.layers, sums, strict=True):
        layer.inner.register_forward_hook(  # type: ignore[union-attr]
            lambda _, __, out, total=total: total.add_(functional.gelu(out).abs().sum((0, 1)))
        )
    with torch.no_grad():
        for i in range(0, 1000, 20):
            teacher.hidden(teacher_batch(sentences[i : i + 20], teacher.labels, pieces))
    return sums


def train(args: argparse.Namespace) -> None:
    """Train for so many words; the rate rises over the first part and falls to nothing."""
    rng = random.Random(args.seed)
    teacher = load(args.teacher)
    names = torch.load(args.names, weights_only=True)["labels"]["names"]
    labels = replace(teacher.labels, names=tuple(names))
    pieces = read_pieces(args.encoder)
    numbers, steps = rounded(teacher.encoder.words.weight.numpy(), PIECE_STEPS)
    table = numbers * steps
    corpus = read_corpus(args.texts, labels)
    network = Network(labels)
    ewt = [s for s, _ in corpus.sources["ewt"]]
    if args.earlier:
        network.load_state_dict(torch.load(args.earlier, weights_only=True)["weights"])
    else:
        network.begin(teacher, worked(teacher, pieces, ewt))
    del teacher
    batches, unanswered = Batches(corpus, pieces, table), Batches(None, pieces, table)
    dev = dev_sources(args.data)
    inside = [*network.layers.parameters(), network.positions.weight, *network.norm.parameters()]
    known = {id(p) for p in inside}
    rest = [p for p in network.parameters() if id(p) not in known]
    full = [args.rate, args.rate_heads]
    optimizer = torch.optim.AdamW(
        [{"params": inside}, {"params": rest}], betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    seen, reported, began, losses = 0, 0, time.time(), {}  # type: ignore[var-annotated]
    for batch in batches.stream(rng, args.batch):
        done = max(seen / args.words, (time.time() - began) / (60 * args.minutes))
        for group, rate in zip(optimizer.param_groups, full, strict=True):
            group["lr"] = rate * max(0.0, min(done / 0.03, (1 - done) / 0.97, 1.0))
        if done >= 1 or seen - reported >= args.every:
            reported = seen
            network.eval()
            found = scores(network, unanswered, dev)
            network.train()
            torch.save({"labels": asdict(labels), "weights": network.state_dict()}, args.out)
            shown = " ".join(f"{name} {value:.2f}" for name, value in (found | losses).items())
            clock, speed = time.strftime("%H:%M"), seen / (time.time() - began)
            print(f"{clock} {seen:>9} words {speed:.0f}/s | {shown}", flush=True)
        if done >= 1:
            return
        answered = network.loss(batch)
        optimizer.zero_grad()
        torch.stack([WEIGHTS[name] * value for name, value in answered.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        for name, value in answered.items():
            losses[name] = 0.98 * losses.get(name, value.item()) + 0.02 * value.item()
        seen += int(batch.words.sum())


@torch.no_grad()
def scores(network: Network, batches: Batches, dev: dict[str, list[Sentence]]) -> dict[str, float]:
    """Return tag, UAS and LAS within the true sentences, F1 of starts and of names, in per cent."""
    found: dict[str, float] = {}
    for source, sentences in dev.items():
        hits: Counter[str] = Counter()
        totals: Counter[str] = Counter()
        for window in cut([(s, 0) for s in sentences], random.Random(0), longest=10):
            for question, right, total in _counts(network, batches.batch([window]), window[0]):
                hits[question] += right
                totals[question] += total
        found |= {f"{source}-{q}": 100 * hits[q] / total for q, total in totals.items() if total}
    return found


def _counts(network: Network, batch: Batch, sentences: list[Sentence]) -> Iterator[tuple[str, float, float]]:
    """Yield for each question how many answers are right, and of how many; both of F1 at its half."""
    hidden = network.hidden(batch)
    heads = network.heads(hidden, batch.sentences).argmax(-1)
    deps = network.relations(hidden, heads)[0].argmax(-1).tolist()
    tags = network.tags(hidden)[0].argmax(-1).tolist()
    starts = (network.starts(hidden)[0, :, 0] > 0).tolist()
    parts = network.names(functional.relu(network.name(hidden)))[0].numpy()
    guessed = set(best_names(parts, network.labels.names))
    gold = set()
    at = 0
    for s in sentences:
        gold |= {(at + a, at + b, label) for a, b, label in s.names or ()}
        if s.heads and s.tags and s.deps:
            for i, (head, tag, dep) in enumerate(zip(s.heads, s.tags, s.deps, strict=True)):
                yield "tag", network.labels.tags[tags[at + i]] == tag, 1
                if dep != "punct":
                    right = int(heads[0, at + i]) == (0 if head == i else at + head + 1)
                    yield "uas", right, 1
                    yield "las", right and network.labels.deps[deps[at + i]] == dep, 1
        if at:
            yield "start", starts[at], 0.5
        at += len(s.words)
    yield "start", 0, sum(starts[1:]) / 2
    if sentences[0].names is not None:
        yield "name", len(gold & guessed), (len(gold) + len(guessed)) / 2


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="the folder with treebanks/ and names/")
    parser.add_argument("encoder", type=Path, help="the folder with model.safetensors and vocab.txt")
    parser.add_argument("teacher", type=Path, help="the teacher of trees, whose first layers it begins as")
    parser.add_argument("names", type=Path, help="the teacher of names")
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+", help="folders that `texts` and `teacher.label` wrote")
    parser.add_argument("--earlier", type=Path, help="a network to go on from")
    parser.add_argument("--words", type=int, default=12_000_000)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after this time at the latest")
    parser.add_argument("--rate", type=float, default=4e-4, help="of the layers")
    parser.add_argument("--rate-heads", type=float, default=1e-3, help="of all else")
    parser.add_argument("--batch", type=int, default=1200, help="words in an update")
    parser.add_argument("--every", type=int, default=500_000, help="words between two reports")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    train(args)


if __name__ == "__main__":
    main()
