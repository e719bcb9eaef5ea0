"""The teacher: one encoder, and on it tags, features, a tree and names.

The tree is scored by biaffine attention after Dozat and Manning, "Deep Biaffine Attention for Neural
Dependency Parsing" (ICLR 2017): every word against every other as its head, and against a root.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.language.teacher.encoder import SHAPES, WIDTH, Encoder

if TYPE_CHECKING:
    from pathlib import Path

IGNORED = -100  # a word whose answer is not known
ARC, LABEL = 320, 128


@dataclass(frozen=True, slots=True)
class Labels:
    """What the teacher can answer: Penn tags, UD tags with features, relations, parts of names."""

    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as numbers: places of pieces, answers (IGNORED where unknown), heads from 1, the root's 0."""

    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    lasts: Tensor
    word_shapes: Tensor
    words: Tensor  # True for a word, False for padding
    tags: Tensor
    morphs: Tensor
    heads: Tensor
    deps: Tensor
    names: Tensor


class Biaffine(nn.Module):
    """Scores of every dependent with every head, one for each label."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, width + 1, width + 1))

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Return scores, shape (sentences, labels, dependents, heads)."""
        one = dependents.new_ones(*dependents.shape[:2], 1)
        left, right = (
            torch.cat([dependents, one], -1),
            torch.cat([heads, heads.new_ones(*heads.shape[:2], 1)], -1),
        )
        return torch.einsum("bxi,oij,byj->boxy", left, self.weight, right)


class Teacher(nn.Module):
    """The whole network."""

    def __init__(self, labels: Labels, dropout: float = 0.1, dropout_heads: float = 0.3) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = Encoder(dropout)
        self.shapes = nn.Embedding(len(SHAPES), 32)
        width = 2 * WIDTH + 32
        self.dropout = nn.Dropout(dropout_heads)
        self.tags = nn.Linear(width, len(labels.tags))
        self.morphs = nn.Linear(width, len(labels.morphs))
        self.names = nn.Sequential(
            nn.Linear(width, 256), nn.GELU(), nn.Dropout(dropout_heads), nn.Linear(256, len(labels.names))
        )
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.dependents = nn.Linear(width, ARC + LABEL)
        self.heads = nn.Linear(width, ARC + LABEL)
        self.arcs = Biaffine(ARC, 1)
        self.deps = Biaffine(LABEL, len(labels.deps))

    def hidden(self, batch: Batch) -> Tensor:
        """Return what the heads read of each word: its first and last piece, and its shape."""
        pieces = self.encoder(batch.pieces, batch.shapes)

        def at(places: Tensor) -> Tensor:
            return pieces.gather(1, places[..., None].expand(-1, -1, WIDTH))

        return self.dropout(
            torch.cat([at(batch.firsts), at(batch.lasts), self.shapes(batch.word_shapes)], -1)
        )

    def tree(self, hidden: Tensor, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of heads, shape (sentences, words, words + 1), and what labels are scored from."""
        root = self.root.expand(hidden.shape[0], 1, -1)
        dependents = self.dropout(functional.gelu(self.dependents(hidden)))
        heads = self.dropout(functional.gelu(self.heads(torch.cat([root, hidden], 1))))
        arcs = self.arcs(dependents[..., :ARC], heads[..., :ARC])[:, 0].float()
        possible = torch.cat([words.new_ones(words.shape[0], 1), words], 1)[:, None, :].repeat(
            1, words.shape[1], 1
        )
        own = torch.arange(words.shape[1])
        possible[:, own, own + 1] = False
        return arcs.masked_fill(~possible, -1e9), dependents[..., ARC:], heads[..., ARC:]

    def relations(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Return scores of the relations to the chosen heads, shape (sentences, words, relations)."""
        mine = heads.gather(1, chosen[..., None].expand(-1, -1, LABEL))
        one = dependents.new_ones(*dependents.shape[:2], 1)
        left, right = torch.cat([dependents, one], -1), torch.cat([mine, one], -1)
        return torch.einsum("bxi,oij,bxj->bxo", left, self.deps.weight, right)

    def loss(self, batch: Batch) -> dict[str, Tensor]:
        """Return the mean loss of each kind of answer that the batch has."""
        hidden = self.hidden(batch)
        found = {}

        def add(name: str, scores: Tensor, answers: Tensor) -> None:
            if (answers != IGNORED).any():
                found[name] = functional.cross_entropy(
                    scores.float().flatten(0, 1), answers.flatten(), ignore_index=IGNORED
                )

        parsed = batch.heads[:, 0] != IGNORED
        if parsed.any():
            hidden_, heads = hidden[parsed], batch.heads[parsed]
            add("tags", self.tags(hidden_), batch.tags[parsed])
            add("morphs", self.morphs(hidden_), batch.morphs[parsed])
            arcs, dependents, governors = self.tree(hidden_, batch.words[parsed])
            add("arcs", arcs, heads)
            add("deps", self.relations(dependents, governors, heads.clamp(min=0)), batch.deps[parsed])
        add("names", self.names(hidden), batch.names)
        return found


def save(teacher: Teacher, path: Path) -> None:
    """Write a teacher to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"labels": asdict(teacher.labels), "weights": teacher.state_dict()}, path)


def load(path: Path) -> Teacher:
    """Read a teacher from a file of `save`, set to answer and not to learn."""
    stored = torch.load(path, weights_only=True)
    teacher = Teacher(Labels(**stored["labels"]))
    teacher.load_state_dict(stored["weights"])
    return teacher.eval()
