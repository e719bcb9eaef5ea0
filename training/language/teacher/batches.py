"""Sentences as the numbers that the teacher reads and is asked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import torch
from training.language.own import LABELS as NAMES
from training.language.teacher.encoder import shape
from training.language.teacher.network import IGNORED, Batch, Labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from training.language.sentence import Sentence

    from explore.language.words import Pieces

LONGEST = 400  # pieces in a sentence


def labels_of(sentences: Iterable[Sentence]) -> Labels:
    """Return the answers that occur; features must occur three times."""
    tags: set[str] = set()
    deps: set[str] = set()
    morphs: Counter[str] = Counter()
    for sentence in sentences:
        tags.update(sentence.tags or ())
        deps.update(sentence.deps or ())
        morphs.update(morph(*both) for both in zip(sentence.pos or (), sentence.feats or (), strict=True))
    parts = tuple(f"{part}-{name}" for name in NAMES for part in "BILU")
    known = sorted(m for m, count in morphs.items() if count > 2)
    return Labels(tuple(sorted(tags)), tuple(known), tuple(sorted(deps)), ("O", *parts))


def morph(pos: str, feats: str) -> str:
    """Return a UD tag and features as one answer.

    >>> morph("NOUN", "Number=Sing")
    'NOUN Number=Sing'
    """
    return f"{pos} {feats}"


def parts_of(sentence: Sentence) -> list[str]:
    """Return what part of a name each word is (begin, in, last, unit; outside), "" where it is not known."""
    parts = ["" if i in sentence.unsure else "O" for i in range(len(sentence.words))]
    for a, b, label in sentence.names or ():
        inner = ["B", *"I" * (b - a - 2), "L"] if b - a > 1 else ["U"]
        parts[a:b] = [f"{part}-{label}" for part in inner]
    return parts


def batch(sentences: Sequence[Sentence], labels: Labels, pieces: Pieces) -> Batch:
    """Return sentences side by side, padded to the longest."""
    index = [
        {name: i for i, name in enumerate(names)}
        for names in (labels.tags, labels.morphs, labels.deps, labels.names)
    ]
    tags, morphs, deps, names = index
    columns: dict[str, list[list[int]]] = {name: [] for name in Batch.__slots__}
    for sentence in sentences:
        numbers, shapes, firsts, lasts = [pieces.numbers["[CLS]"]], [0], [], []
        own = [shape(word) for word in sentence.words]
        for word, form in zip(sentence.words, own, strict=True):
            firsts.append(len(numbers))
            numbers += pieces.of(word)
            shapes += [form] * (len(numbers) - len(shapes))
            lasts.append(len(numbers) - 1)
        count = len(sentence.words)
        unknown = [IGNORED] * count
        row = {
            "pieces": [*numbers, pieces.numbers["[SEP]"]],
            "shapes": [*shapes, 0],
            "firsts": firsts,
            "lasts": lasts,
            "word_shapes": own,
            "words": [1] * count,
        }
        if sentence.heads is not None:
            row["tags"] = [tags.get(tag, IGNORED) for tag in sentence.tags or ()]
            both = zip(sentence.pos or (), sentence.feats or (), strict=True)
            row["morphs"] = [morphs.get(morph(*m), IGNORED) for m in both]
            row["heads"] = [0 if head == i else head + 1 for i, head in enumerate(sentence.heads)]
            row["deps"] = [deps.get(dep, IGNORED) for dep in sentence.deps or ()]
        if sentence.names is not None:
            row["names"] = [names.get(part, IGNORED) for part in parts_of(sentence)]
        for name, cells in columns.items():
            cells.append(row.get(name, unknown))
    answers = {"tags", "morphs", "heads", "deps", "names"}
    tensors = {name: _padded(rows, IGNORED if name in answers else 0) for name, rows in columns.items()}
    return Batch(**tensors | {"words": tensors["words"].bool()})


def _padded(rows: list[list[int]], filling: int) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [filling] * (longest - len(row)) for row in rows])


def by_length(sentences: Sequence[Sentence], words: int, rng: Random | None = None) -> Iterator[list[int]]:
    """Yield the places of sentences of like length, about so many words together; with `rng` shuffled."""
    order = list(range(len(sentences)))
    if rng:
        rng.shuffle(order)
    noise = rng.random if rng else lambda: 0.0
    order.sort(key=lambda i: len(sentences[i].words) * (1 + 0.2 * noise()))
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(sentences[i].words) > words:
            groups.append([])
        groups[-1].append(i)
    if rng:
        rng.shuffle(groups)
    yield from groups
