"""What the network sees next: windows of one to ten sentences, drawn from all sources by their share.

A window is what the reader gives it: a paragraph, or a part of a long one. What is to be answered is what the
teachers hold likely, and by half what the corpus says where it says something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from training.language.network import Batch
from training.language.store import read_sentences
from training.language.teacher.batches import morph, parts_of
from training.language.teacher.network import IGNORED
from training.language.variants import vary

from explore.language.words import SPACES, shape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

    from numpy.typing import NDArray
    from torch import Tensor
    from training.language.sentence import Sentence
    from training.language.teacher.network import Labels

    from explore.language.words import Pieces

# Each source's share of the words, and the most sentences of it in a window.
SHARES = {"ewt": 0.21, "gum": 0.14, "gmb": 0.32, "crossner": 0.13, "own": 0.16, "uner": 0.04}
LONGEST = {"gmb": 4, "crossner": 3, "own": 6, "uner": 6}
WORDS = 160  # in a window, unless one sentence is longer
POOL = 1500  # windows that are sorted by length at a time
# Names of GMB are silver, the teacher has mended them; EWT dev is what the parse is chosen by.
ONLY_TAUGHT, NO_TREES = {"gmb"}, {"uner"}
QUESTIONS = ("tags", "morphs", "heads", "deps", "names")

Window = tuple[list["Sentence"], list[int]]


@dataclass(slots=True)
class Corpus:
    """All sentences, and of each word what is likely (see `network.Batch`), one after another."""

    sources: dict[str, list[tuple[Sentence, int]]]
    best: dict[str, NDArray[np.uint8]]
    chance: dict[str, NDArray[np.float16]]
    governors: NDArray[np.uint8]


def read_corpus(folders: list[Path], labels: Labels) -> Corpus:
    """Return what `texts` and `teacher.label` wrote into the folders; sources with one name are one."""
    sources: dict[str, list[tuple[Sentence, int]]] = {}
    columns: dict[str, list[NDArray[np.float32]]] = {}
    count = 0
    for folder in folders:
        for path in sorted(folder.glob("*.jsonl.gz")):
            name = path.name.split(".")[0]
            sentences = read_sentences(path)
            starts = np.cumsum([count, *(len(s.words) for s in sentences)])
            sources.setdefault(name, []).extend(zip(sentences, starts.tolist(), strict=False))
            for column, values in _likely(folder, name, sentences, labels).items():
                columns.setdefault(column, []).append(values)
            count = int(starts[-1])
    joined = {column: np.concatenate(values) for column, values in columns.items()}
    return Corpus(
        sources,
        {q: joined[f"{q}_best"] for q in QUESTIONS},
        {q: joined[f"{q}_chance"] for q in QUESTIONS},
        joined["governors"],
    )


def _likely(
    folder: Path, name: str, sentences: list[Sentence], labels: Labels
) -> dict[str, NDArray[np.float32]]:
    taught = {
        column: values
        for part in ("trees", "names")
        for column, values in np.load(folder / f"{name}.{part}.npz").items()
    }
    gold = _gold(sentences, labels)
    governors = np.where(gold["heads"] >= 0, gold["heads"], taught["heads_best"][:, 0])
    other_head = (gold["heads"] >= 0) & (gold["heads"] != taught["heads_best"][:, 0])
    found: dict[str, NDArray[np.float32]] = {"governors": governors.astype("u1")}
    for question in QUESTIONS:
        answer, chance = gold[question], taught[f"{question}_chance"].astype("f4")
        known = answer >= 0
        if question == "names" and name in ONLY_TAUGHT:
            known[:] = False
        if question != "names" and name in NO_TREES:
            chance[:] = 0
        weight = np.where(known, 0.5, 0.0)
        if question == "deps":
            weight[other_head & known] = 1.0
        chance = np.hstack([chance * (1 - weight[:, None]), weight[:, None]])
        best = np.hstack([taught[f"{question}_best"], np.where(known, answer, 0)[:, None]])
        found |= {f"{question}_best": best.astype("u1"), f"{question}_chance": chance.astype("f2")}
    return found


def _gold(sentences: list[Sentence], labels: Labels) -> dict[str, NDArray[np.int64]]:
    """Return what the corpus says of each word, -1 where it says nothing or what no teacher knows."""
    index = {
        q: {name: i for i, name in enumerate(names)}
        for q, names in (
            ("tags", labels.tags), ("morphs", labels.morphs), ("deps", labels.deps), ("names", labels.names)
        )
    }  # fmt: skip
    found: dict[str, list[int]] = {q: [] for q in QUESTIONS}
    for s in sentences:
        unknown = [-1] * len(s.words)
        if s.heads is None:
            for question in ("tags", "morphs", "heads", "deps"):
                found[question] += unknown
        else:
            found["tags"] += [index["tags"].get(tag, -1) for tag in s.tags or ()]
            both = zip(s.pos or (), s.feats or (), strict=True)
            found["morphs"] += [index["morphs"].get(morph(*m), -1) for m in both]
            found["heads"] += [0 if head == i else head + 1 for i, head in enumerate(s.heads)]
            found["deps"] += [index["deps"].get(dep, -1) for dep in s.deps or ()]
        parts = unknown if s.names is None else [index["names"].get(part, -1) for part in parts_of(s)]
        found["names"] += parts
    return {q: np.array(answers) for q, answers in found.items()}


def windows(corpus: Corpus, rng: Random) -> Iterator[Window]:
    """Yield windows for ever; the sources keep to their shares, all of one come before any comes again."""
    seen = dict.fromkeys(corpus.sources, 0.0)
    left: dict[str, list[Window]] = {name: [] for name in corpus.sources}
    while True:
        name = min(seen, key=lambda n: seen[n] / SHARES[n])
        if not left[name]:
            left[name] = list(cut(corpus.sources[name], rng, LONGEST.get(name, 10)))
            rng.shuffle(left[name])
        sentences, offsets = left[name].pop()
        seen[name] += sum(len(s.words) for s in sentences)
        yield vary(sentences, rng), offsets


def cut(sentences: list[tuple[Sentence, int]], rng: Random, longest: int) -> Iterator[Window]:
    """Yield runs of consecutive sentences of one document; three of four end where a paragraph does."""
    start = 0
    while start < len(sentences):
        size, words, stop = rng.randint(1, longest), len(sentences[start][0].words), start + 1
        while stop < len(sentences) and stop - start < size:
            following = sentences[stop][0]
            words += len(following.words)
            if following.starts_document or words > WORDS:
                break
            if following.starts_paragraph and rng.random() < 0.75:
                break
            stop += 1
        yield [s for s, _ in sentences[start:stop]], [offset for _, offset in sentences[start:stop]]
        start = stop


class Batches:
    """Windows side by side, as the network takes them.

    Parameters
    ----------
    corpus : Corpus or None
        None where nothing is to be answered: windows to measure by.
    pieces : Pieces
    table : (pieces, 384)
        Their vectors.
    """

    def __init__(self, corpus: Corpus | None, pieces: Pieces, table: NDArray[np.float32]) -> None:
        self.corpus, self.pieces, self.table = corpus, pieces, table
        self._places: dict[tuple[int, ...], int] = {}
        self._words: dict[str, int] = {}
        self._vectors: list[NDArray[np.float32]] = []

    def stream(self, rng: Random, words: int) -> Iterator[Batch]:
        """Yield batches of about so many words for ever, windows of like length together."""
        assert self.corpus, "nothing to learn from"
        drawn = windows(self.corpus, rng)
        while True:
            pool = sorted((next(drawn) for _ in range(POOL)), key=_size)
            groups: list[list[Window]] = [[]]
            for window in pool:
                if groups[-1] and (len(groups[-1]) + 1) * _size(window) > words:
                    groups.append([])
                groups[-1].append(window)
            rng.shuffle(groups)
            for group in groups:
                yield self.batch(group)

    def batch(self, group: list[Window]) -> Batch:
        """Return windows as one batch."""
        flat: dict[str, list[int]] = {k: [] for k in ("table", "shapes", "spaces", "sentences", "starts")}
        sizes = [_size(window) for window in group]
        for sentences, _ in group:
            for i, s in enumerate(sentences):
                flat["table"] += [self._word(word) for word in s.words]
                flat["shapes"] += [shape(word) for word in s.words]
                spaces = [int(space) for space in s.spaces]
                if i + 1 < len(sentences) and sentences[i + 1].starts_paragraph:
                    spaces[-1] = SPACES.index("line")
                flat["spaces"] += spaces
                flat["sentences"] += [i] * len(s.words)
                flat["starts"] += [1 if i else IGNORED, *[0] * (len(s.words) - 1)]
        row = np.repeat(np.arange(len(group)), sizes)
        column = np.concatenate([np.arange(size) for size in sizes])

        def padded(values: NDArray[Any], filling: int = 0) -> Tensor:
            made = np.full((len(group), max(sizes), *values.shape[1:]), filling, dtype=values.dtype)
            made[row, column] = values
            return torch.from_numpy(made)

        governors, answers = self._answers(group) if self.corpus else (np.zeros(len(row), "i8"), {})
        distinct, table = np.unique(np.array(flat["table"]), return_inverse=True)
        return Batch(
            pieces=torch.from_numpy(np.stack([self._vectors[i] for i in distinct])),
            table=padded(table),
            shapes=padded(np.array(flat["shapes"])),
            spaces=padded(np.array(flat["spaces"])),
            words=padded(np.ones(len(row), bool)),
            sentences=padded(np.array(flat["sentences"]), -1),
            starts=padded(np.array(flat["starts"]), IGNORED),
            governors=padded(governors),
            answers={q: (padded(best), padded(chance)) for q, (best, chance) in answers.items()},
        )

    def _answers(
        self, group: list[Window]
    ) -> tuple[NDArray[np.int64], dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]]]:
        """Return the governor of each word and what is likely, heads as places in the window."""
        assert self.corpus
        at, before, end = [], [], []
        for sentences, places in group:
            count = 0
            for s, place in zip(sentences, places, strict=False):
                at.append(np.arange(place, place + len(s.words)))
                before.append(np.full(len(s.words), count))
                end.append(np.full(len(s.words), len(s.words)))
                count += len(s.words)
        source, offset, size = np.concatenate(at), np.concatenate(before), np.concatenate(end)
        governors = self.corpus.governors[source].astype("i8")
        # The final stop of a headline is gone, and with it all that hung on it.
        gone = governors > size
        answers = {}
        for question in QUESTIONS:
            best = self.corpus.best[question][source].astype("i8")
            chance = self.corpus.chance[question][source].astype("f4")
            if question == "heads":
                lost = best > size[:, None]
                chance[lost] = 0
                best = np.where((best == 0) | lost, 0, best + offset[:, None])
            if question == "deps":
                chance[gone] = 0
            answers[question] = (best, chance)
        return np.where((governors == 0) | gone, 0, governors + offset), answers

    def _word(self, word: str) -> int:
        found = self._words.get(word)
        if found is None:
            numbers = self.pieces.of(word)
            found = self._places.get(numbers)
            if found is None:
                vectors = self.table[list(numbers)]
                found = self._places[numbers] = len(self._vectors)
                self._vectors.append(np.stack([vectors[0], vectors[-1], vectors.mean(0)]).astype("f4"))
            self._words[word] = found
        return found


def _size(window: Window) -> int:
    return sum(len(s.words) for s in window[0])
