"""What the teacher answers: sentences with tags and trees, or with names; and how many are right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import torch
from training.language.teacher.batches import batch, by_length

from explore.language.parts import best_names
from explore.language.trees import best_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.language.sentence import Sentence
    from training.language.teacher.network import Teacher

    from explore.language.words import Pieces

BATCH = 1500  # words


@torch.no_grad()
def parse(teacher: Teacher, pieces: Pieces, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences with tags, features and the best trees."""
    found = list(sentences)
    labels = teacher.labels
    root = labels.deps.index("ROOT")
    for places in by_length(sentences, BATCH):
        chosen = [sentences[i] for i in places]
        numbers = batch(chosen, labels, pieces)
        hidden = teacher.hidden(numbers)
        arcs, dependents, governors = teacher.tree(hidden, numbers.words)
        heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
        scores = arcs.log_softmax(-1).numpy()
        for row, sentence in enumerate(chosen):
            count = len(sentence.words)
            own = scores[row, :count]
            heads[row, :count] = torch.tensor(best_tree(own[:, 1 : count + 1], own[:, 0])) + 1
        deps = teacher.relations(dependents, governors, heads)
        deps[..., root] = torch.where(heads == 0, 1e9, -1e9)
        tags, morphs = teacher.tags(hidden).argmax(-1), teacher.morphs(hidden).argmax(-1)
        relations = deps.argmax(-1)
        for row, (place, sentence) in enumerate(zip(places, chosen, strict=True)):
            count = len(sentence.words)
            both = [labels.morphs[m].split(" ", 1) for m in morphs[row, :count].tolist()]
            found[place] = replace(
                sentence,
                tags=tuple(labels.tags[t] for t in tags[row, :count].tolist()),
                pos=tuple(pos for pos, _ in both),
                feats=tuple(feats for _, feats in both),
                heads=tuple(i if h == 0 else h - 1 for i, h in enumerate(heads[row, :count].tolist())),
                deps=tuple(labels.deps[d] for d in relations[row, :count].tolist()),
                lemmas=None,
            )
    return found


@torch.no_grad()
def name(teacher: Teacher, pieces: Pieces, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences with names: the likeliest row of parts that fit together."""
    found = list(sentences)
    for places in by_length(sentences, BATCH):
        chosen = [sentences[i] for i in places]
        scores = teacher.names(teacher.hidden(batch(chosen, teacher.labels, pieces))).float().numpy()
        for row, (place, sentence) in enumerate(zip(places, chosen, strict=True)):
            names = best_names(scores[row, : len(sentence.words)], teacher.labels.names)
            found[place] = replace(sentence, names=tuple(names), unsure=frozenset())
    return found


def tree_scores(teacher: Teacher, pieces: Pieces, dev: dict[str, list[Sentence]]) -> dict[str, float]:
    """Return tag, UAS and LAS in per cent on the treebank's tokens; the last two without punctuation."""
    found = {}
    for source, sentences in dev.items():
        counts = dict.fromkeys(("tag", "uas", "las"), 0)
        words = arcs = 0
        for gold, guess in zip(sentences, parse(teacher, pieces, sentences), strict=True):
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
        for gold, guess in zip(sentences, name(teacher, pieces, sentences), strict=True):
            one, other = (
                {(a, b, coarse.get(label, label)) for a, b, label in s.names or ()} for s in (gold, guess)
            )
            hits += len(one & other)
            total += len(one) + len(other)
        found[source] = 200 * hits / max(1, total)
    return found
