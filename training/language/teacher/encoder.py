"""MiniLM as a network that can be trained further.

The weights are those of `sentence-transformers/all-MiniLM-L6-v2` (Apache-2.0): a BERT of six layers, 384
wide. It reads small letters only, so what capitals, figures and spaces a word has is given beside its pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from explore.language import words
from explore.language.words import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WIDTH, HEADS, LAYERS = 384, 12, 6
SHAPES = words.SHAPES[:8]


class Layer(nn.Module):
    """One layer of a BERT: attention, then a feed-forward network, each added to what came in and normed.

    Parameters
    ----------
    dropout : float
    inner : int
        The width of the feed-forward network's inner half.
    activation : callable
        What that half does to its numbers.
    """

    def __init__(
        self,
        dropout: float,
        inner: int = 4 * WIDTH,
        activation: Callable[[Tensor], Tensor] = functional.gelu,
        eps: float = 1e-12,
    ) -> None:
        super().__init__()
        self.activation = activation
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=eps)
        self.inner = nn.Linear(WIDTH, inner)
        self.outer = nn.Linear(inner, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output, shape (sentences, pieces, 384)."""
        n, length, _ = x.shape
        split = self.query_key_value(x).view(n, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.attended(seen.transpose(1, 2).reshape(n, length, WIDTH))
        x = self.attended_norm(x + self.dropout(seen))
        return self.outer_norm(x + self.dropout(self.outer(self.activation(self.inner(x)))))


class Encoder(nn.Module):
    """A BERT that is told the shape of each piece's word; the vectors of the pieces are not trained."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.words.weight.requires_grad = False
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """Return a vector of each piece, shape (sentences, pieces, 384); piece 0 is padding."""
        mask = (pieces != 0)[:, None, None, :]
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def read(self, folder: Path) -> None:
        """Take the weights of a folder with `model.safetensors`."""
        stored = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        own = {
            "words.weight": stored["embeddings.word_embeddings.weight"],
            # Every piece is of the first segment, whose vector is added once and for all.
            "positions.weight": stored["embeddings.position_embeddings.weight"]
            + stored["embeddings.token_type_embeddings.weight"][0],
        }
        names = {"norm": "embeddings.LayerNorm"}
        for i in range(LAYERS):
            theirs = f"encoder.layer.{i}"
            for end in ("weight", "bias"):
                parts = [stored[f"{theirs}.attention.self.{p}.{end}"] for p in ("query", "key", "value")]
                own[f"layers.{i}.query_key_value.{end}"] = torch.cat(parts)
            names |= {
                f"layers.{i}.attended": f"{theirs}.attention.output.dense",
                f"layers.{i}.attended_norm": f"{theirs}.attention.output.LayerNorm",
                f"layers.{i}.inner": f"{theirs}.intermediate.dense",
                f"layers.{i}.outer": f"{theirs}.output.dense",
                f"layers.{i}.outer_norm": f"{theirs}.output.LayerNorm",
            }
        own |= {f"{a}.{end}": stored[f"{b}.{end}"] for a, b in names.items() for end in ("weight", "bias")}
        missing, unknown = self.load_state_dict(own, strict=False)
        if unknown or missing != ["shapes.weight"]:
            raise ValueError(f"not a MiniLM of six layers: {missing} {unknown}")


def shape(word: str) -> int:
    """Return the number in SHAPES of how a word is written; a mark that opens or closes is one like others.

    >>> [SHAPES[shape(w)] for w in ("Oslo", "NATO", "“")]
    ['capital', 'capitals', 'other']
    """
    return min(words.shape(word), SHAPES.index("other"))


def read_pieces(folder: Path) -> Pieces:
    """Return the word pieces of a folder with `vocab.txt`."""
    return Pieces((folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
