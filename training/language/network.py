"""The network that ships, to be trained: three layers of a transformer over words, and what is asked of each.

It begins as the first three layers of the teacher of trees, their inner half cut to what works most. A word
comes in as the vectors of its pieces in MiniLM's table, rounded as they ship and not trained; how it is
written and what follows it is told beside. `explore.language.network` computes the same in numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.language.teacher.encoder import Layer
from training.language.teacher.network import IGNORED

from explore.language.network import ARC, EPS, INNER, LABEL, LAYERS, NAME, POSITIONS, WIDTH
from explore.language.words import SHAPES, SPACES

if TYPE_CHECKING:
    from training.language.teacher.network import Labels, Teacher


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of text as numbers, each of shape (windows, words) and more where said.

    Attributes
    ----------
    pieces : (words, 3, 384)
        Of each word of the table: the vectors of its first and last piece, and the mean of all.
    table, shapes, spaces : places in `pieces`, in SHAPES and in SPACES
    words : True for a word, False for padding
    sentences : which sentence of the window a word is in
    starts : 1 where a sentence starts, IGNORED for the first word
    governors : the likeliest head of each word, for its relation
    answers : of tags, morphs, heads, deps and names (best, chance), of shape (windows, words, answers)
        What is likely, and how likely, all zero where it is not known; a head is a place in the window
        from 1, 0 for the root.
    """

    pieces: Tensor
    table: Tensor
    shapes: Tensor
    spaces: Tensor
    words: Tensor
    sentences: Tensor
    starts: Tensor
    governors: Tensor
    answers: dict[str, tuple[Tensor, Tensor]]


class Network(nn.Module):
    """The whole network."""

    def __init__(self, labels: Labels, dropout: float = 0.1, dropout_heads: float = 0.15) -> None:
        super().__init__()
        self.labels = labels
        self.ends = nn.Linear(2 * WIDTH, WIDTH, bias=False)
        nn.init.zeros_(self.ends.weight)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.spaces = nn.Embedding(len(SPACES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.spaces.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.layers = nn.ModuleList(Layer(0.0, INNER, functional.relu, EPS) for _ in range(LAYERS))
        self.dropout, self.dropout_heads = nn.Dropout(dropout), nn.Dropout(dropout_heads)
        self.tags = nn.Linear(WIDTH, len(labels.tags))
        self.morphs = nn.Linear(WIDTH, len(labels.morphs))
        self.starts = nn.Linear(WIDTH, 1)
        self.name = nn.Linear(WIDTH, NAME)
        self.names = nn.Linear(NAME, len(labels.names))
        self.arc_dependents = nn.Linear(WIDTH, ARC)
        self.arc_heads = nn.Linear(WIDTH, ARC)
        self.arc_root = nn.Parameter(torch.randn(ARC) * 0.1)
        self.arcs = nn.Linear(ARC, ARC)
        nn.init.normal_(self.arcs.weight, std=ARC**-0.75)
        self.dep_dependents = nn.Linear(WIDTH, LABEL)
        self.dep_heads = nn.Linear(WIDTH, LABEL, bias=False)
        self.dep_root = nn.Parameter(torch.randn(LABEL) * 0.1)
        self.deps = nn.Linear(LABEL, len(labels.deps))

    def hidden(self, batch: Batch) -> Tensor:
        """Return what is known of each word in its place, shape (windows, words, 384)."""
        first, last, mean = batch.pieces.unbind(1)
        words = mean + self.ends(torch.cat([first, last], -1))
        x = words[batch.table] + self.positions.weight[: batch.table.shape[1]]
        x = self.norm(x + self.shapes(batch.shapes) + self.spaces(batch.spaces))
        mask = batch.words[:, None, None, :]
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, mask)
        return self.dropout_heads(x)

    def heads(self, hidden: Tensor, sentences: Tensor) -> Tensor:
        """Return scores of heads in the sentence, shape (windows, words, words + 1), place 0 the root's."""
        dependents = self.arcs(self.dropout_heads(functional.relu(self.arc_dependents(hidden))))
        heads = self.dropout_heads(functional.relu(self.arc_heads(hidden)))
        scores = dependents @ heads.transpose(1, 2)
        same = sentences[:, :, None] == sentences[:, None, :]
        own = torch.eye(hidden.shape[1], dtype=torch.bool)
        scores = scores.masked_fill(~same | own, -1e4)
        return torch.cat([(dependents @ self.arc_root)[..., None], scores], -1)

    def relations(self, hidden: Tensor, governors: Tensor) -> Tensor:
        """Return scores of the relations to the governors, shape (windows, words, relations)."""
        heads = self.dep_heads(hidden)
        table = torch.cat([self.dep_root.expand(len(hidden), 1, -1), heads], 1)
        mine = table.gather(1, governors[..., None].expand(-1, -1, LABEL))
        return self.deps(self.dropout_heads(functional.relu(self.dep_dependents(hidden) + mine)))

    def scores(self, batch: Batch, hidden: Tensor) -> dict[str, Tensor]:
        """Return the scores of all answers but where sentences start."""
        return {
            "tags": self.tags(hidden),
            "morphs": self.morphs(hidden),
            "heads": self.heads(hidden, batch.sentences),
            "deps": self.relations(hidden, batch.governors),
            "names": self.names(self.dropout_heads(functional.relu(self.name(hidden)))),
        }

    def loss(self, batch: Batch) -> dict[str, Tensor]:
        """Return the mean loss of each kind of answer, over the words of which it is known."""
        hidden = self.hidden(batch)
        found = {}
        for question, scores in self.scores(batch, hidden).items():
            best, chance = batch.answers[question]
            lost = -(scores.log_softmax(-1).gather(-1, best) * chance).sum(-1)
            found[question] = lost.sum() / (chance.sum(-1) > 0).sum().clamp(min=1)
        known = batch.starts != IGNORED
        if known.any():
            found["starts"] = functional.binary_cross_entropy_with_logits(
                self.starts(hidden)[..., 0][known], batch.starts[known].float()
            )
        return found

    @torch.no_grad()
    def begin(self, teacher: Teacher, worked: list[Tensor]) -> None:
        """Take the first layers of a teacher, of their inner halves the places that worked most."""
        encoder = teacher.encoder
        self.positions.weight.copy_(encoder.positions.weight[:POSITIONS])
        for i, shape in enumerate(encoder.shapes.weight):
            self.shapes.weight[i] = shape
        self.norm.load_state_dict(encoder.norm.state_dict())
        for mine, theirs, work in zip(self.layers, encoder.layers, worked, strict=False):
            for part in ("query_key_value", "attended", "attended_norm", "outer_norm"):
                getattr(mine, part).load_state_dict(getattr(theirs, part).state_dict())
            kept = (work * theirs.outer.weight.norm(dim=0)).topk(INNER).indices
            mine.inner.weight.copy_(theirs.inner.weight[kept])
            mine.inner.bias.copy_(theirs.inner.bias[kept])
            mine.outer.weight.copy_(theirs.outer.weight[:, kept])
            mine.outer.bias.copy_(theirs.outer.bias)
        for part in ("tags", "morphs"):
            taught = getattr(teacher, part)
            getattr(self, part).weight.copy_(taught.weight[:, WIDTH : 2 * WIDTH])
            getattr(self, part).bias.copy_(taught.bias)
