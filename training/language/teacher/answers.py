"""What the teacher answers: sentences with tags, trees and names, and how sure it is of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from training.language.teacher.batches import batch, by_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.language.sentence import Sentence
    from training.language.teacher.encoder import Pieces
    from training.language.teacher.network import Teacher

BATCH = 1500  # words


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence as the teacher reads it.

    Attributes
    ----------
    sentence : Sentence
    arcs : tuple of float
        Of each word, the probability of its head; empty where no tree was asked for.
    names : tuple of float
        Of each word, the probability of what part of a name it is, or of being in none.
    """

    sentence: Sentence
    arcs: tuple[float, ...] = ()
    names: tuple[float, ...] = ()


@torch.no_grad()
def parse(teacher: Teacher, pieces: Pieces, sentences: Sequence[Sentence]) -> list[Answer]:
    """Return sentences with tags, features and trees; the best tree there is, by Chu and Liu and Edmonds."""
    found: list[Answer | None] = [None] * len(sentences)
    labels = teacher.labels
    for places in by_length(sentences, BATCH):
        chosen = [sentences[i] for i in places]
        numbers = batch(chosen, labels, pieces)
        hidden = teacher.hidden(numbers)
        arcs, dependents, governors = teacher.tree(hidden, numbers.words)
        scores = arcs.log_softmax(-1)
        heads = scores.argmax(-1)
        for row, sentence in enumerate(chosen):
            count = len(sentence.words)
            if not is_tree(heads[row, :count].tolist()):
                heads[row, :count] = torch.tensor(best_tree(scores[row, :count, : count + 1]))
        deps = teacher.relations(dependents, governors, heads)
        root = labels.deps.index("ROOT")
        deps[..., root] = torch.where(heads == 0, 1e9, -1e9)
        sure = scores.gather(2, heads[..., None])[..., 0].exp()
        tags, morphs = teacher.tags(hidden).argmax(-1), teacher.morphs(hidden).argmax(-1)
        chosen_deps = deps.argmax(-1)
        for row, (place, sentence) in enumerate(zip(places, chosen, strict=True)):
            count = len(sentence.words)
            both = [labels.morphs[m].split(" ", 1) for m in morphs[row, :count].tolist()]
            found[place] = Answer(
                replace(
                    sentence,
                    tags=tuple(labels.tags[t] for t in tags[row, :count].tolist()),
                    pos=tuple(pos for pos, _ in both),
                    feats=tuple(feats for _, feats in both),
                    heads=tuple(i if h == 0 else h - 1 for i, h in enumerate(heads[row, :count].tolist())),
                    deps=tuple(labels.deps[d] for d in chosen_deps[row, :count].tolist()),
                    lemmas=None,
                ),
                arcs=tuple(sure[row, :count].tolist()),
            )
    return [answer for answer in found if answer]


def is_tree(heads: Sequence[int]) -> bool:
    """Say whether heads (counted from 1, the root's 0) make one tree with one root.

    >>> is_tree([2, 0, 2]), is_tree([2, 1, 0]), is_tree([0, 0])
    (True, False, False)
    """
    if sum(head == 0 for head in heads) != 1:
        return False
    good = [False] * len(heads)
    for start in range(len(heads)):
        path = []
        at = start + 1
        while at and not good[at - 1]:
            if at in path:
                return False
            path.append(at)
            at = heads[at - 1]
        for i in path:
            good[i - 1] = True
    return True


def best_tree(scores: Tensor) -> list[int]:
    """Return the heads of the best tree with one root; scores (words, words + 1), place 0 the root's.

    >>> best_tree(torch.tensor([[-3.0, -9.0, -1.0], [-2.0, -1.0, -9.0]]))
    [2, 0]
    """
    count = len(scores)
    table = torch.full((count + 1, count + 1), -1e9)
    table[1:] = scores
    options = []
    for root in scores[:, 0].argsort(descending=True)[:3].tolist():
        rooted = table.clone()
        rooted[1:, 0] = -1e9
        rooted[root + 1, 0] = 0.0
        heads = _maximum(
            {d: {h: float(rooted[d, h]) for h in range(count + 1) if h != d} for d in range(1, count + 1)}
        )
        if sum(head == 0 for head in heads.values()) == 1:
            total = sum(float(table[d, h]) for d, h in heads.items())
            options.append((total, [heads[d] for d in range(1, count + 1)]))
    return max(options)[1]


def _maximum(arcs: dict[int, dict[int, float]]) -> dict[int, int]:
    """Return the maximum spanning arborescence from 0: contract a cycle, solve, open it again."""
    heads = {d: max(options, key=options.__getitem__) for d, options in arcs.items()}
    cycle = _cycle(heads)
    if not cycle:
        return heads
    new = max(arcs) + 1
    inside = set(cycle)
    gain = {d: arcs[d][heads[d]] for d in cycle}
    smaller: dict[int, dict[int, float]] = {}
    enters: dict[int, int] = {}
    leaves: dict[int, int] = {}
    into: dict[int, float] = {}
    for d, options in arcs.items():
        if d in inside:
            for h, score in options.items():
                if h not in inside and score - gain[d] > into.get(h, -1e18):
                    into[h], enters[h] = score - gain[d], d
        else:
            smaller[d] = {h: s for h, s in options.items() if h not in inside}
            within = {h: s for h, s in options.items() if h in inside}
            if within:
                leaves[d] = max(within, key=within.__getitem__)
                smaller[d][new] = within[leaves[d]]
    smaller[new] = into
    solved = _maximum(smaller)
    found = {d: heads[d] for d in cycle}
    for d, h in solved.items():
        if d == new:
            found[enters[h]] = h
        else:
            found[d] = leaves[d] if h == new else h
    return found


def _cycle(heads: dict[int, int]) -> list[int]:
    for start in heads:
        path: list[int] = []
        at = start
        while at in heads and at not in path:
            path.append(at)
            at = heads[at]
        if at in path:
            return path[path.index(at) :]
    return []


@torch.no_grad()
def name(teacher: Teacher, pieces: Pieces, sentences: Sequence[Sentence]) -> list[Answer]:
    """Return sentences with names: the likeliest row of parts that fit together, by Viterbi."""
    found: list[Answer | None] = [None] * len(sentences)
    parts = teacher.labels.names
    allowed = torch.tensor([[0.0 if _follows(a, b) else -1e9 for b in parts] for a in parts])
    first = torch.tensor([0.0 if _follows("O", b) else -1e9 for b in parts])
    last = torch.tensor([0.0 if _follows(a, "O") else -1e9 for a in parts])
    for places in by_length(sentences, BATCH):
        chosen = [sentences[i] for i in places]
        numbers = batch(chosen, teacher.labels, pieces)
        scores = teacher.names(teacher.hidden(numbers)).float().log_softmax(-1)
        for row, (place, sentence) in enumerate(zip(places, chosen, strict=True)):
            own = scores[row, : len(sentence.words)]
            path = _best_path(own, allowed, first, last)
            sure = own[torch.arange(len(path)), torch.tensor(path)].exp()
            spans = spans_of([parts[p] for p in path])
            found[place] = Answer(
                replace(sentence, names=spans, unsure=frozenset()), names=tuple(sure.tolist())
            )
    return [answer for answer in found if answer]


def _follows(a: str, b: str) -> bool:
    """Say whether a part may stand before another: within a name the same name goes on."""
    if a[:2] in {"B-", "I-"}:
        return b[:2] in {"I-", "L-"} and a[2:] == b[2:]
    return b[:2] not in {"I-", "L-"}


def _best_path(scores: Tensor, allowed: Tensor, first: Tensor, last: Tensor) -> list[int]:
    best = scores[0] + first
    steps = []
    for row in scores[1:]:
        best, back = (best[:, None] + allowed).max(0)
        best = best + row
        steps.append(back)
    at = int((best + last).argmax())
    path = [at]
    for back in reversed(steps):
        at = int(back[at])
        path.append(at)
    return path[::-1]


def spans_of(parts: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """Return the names of a row of parts.

    >>> spans_of(["U-GPE", "O", "B-PERSON", "L-PERSON"])
    ((0, 1, 'GPE'), (2, 4, 'PERSON'))
    """
    spans = []
    start = 0
    for i, part in enumerate(parts):
        if part[:2] in {"B-", "U-"}:
            start = i
        if part[:2] in {"L-", "U-"}:
            spans.append((start, i + 1, part[2:]))
    return tuple(spans)


def tree_scores(teacher: Teacher, pieces: Pieces, dev: dict[str, list[Sentence]]) -> dict[str, float]:
    """Return tag, UAS and LAS in per cent on the treebank's tokens; the last two without punctuation."""
    found = {}
    for source, sentences in dev.items():
        counts = dict.fromkeys(("tag", "uas", "las"), 0)
        words = arcs = 0
        for gold, answer in zip(sentences, parse(teacher, pieces, sentences), strict=True):
            guess = answer.sentence
            for i in range(len(gold.words)):
                words += 1
                counts["tag"] += gold.tags[i] == guess.tags[i]  # type: ignore[index]
                if gold.deps[i] != "punct":  # type: ignore[index]
                    arcs += 1
                    right = gold.heads[i] == guess.heads[i]  # type: ignore[index]
                    counts["uas"] += right
                    counts["las"] += right and gold.deps[i] == guess.deps[i]  # type: ignore[index]
        found |= {f"{source}-{k}": 100 * n / (words if k == "tag" else arcs) for k, n in counts.items()}
    return found


def name_score(teacher: Teacher, pieces: Pieces, dev: dict[str, list[Sentence]]) -> dict[str, float]:
    """Return F1 of names in per cent, exact words and kind; countries, places and buildings as one kind."""
    coarse = {"GPE": "LOC", "FAC": "LOC"}
    found = {}
    for source, sentences in dev.items():
        hits = total = 0
        for gold, answer in zip(sentences, name(teacher, pieces, sentences), strict=True):
            one, other = (
                {(a, b, coarse.get(label, label)) for a, b, label in s.names or ()}
                for s in (gold, answer.sentence)
            )
            hits += len(one & other)
            total += len(one) + len(other)
        found[source] = 200 * hits / max(1, total)
    return found
