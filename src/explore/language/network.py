"""The network that reads text: a small transformer over words, in numpy.

Three layers of a BERT (Devlin et al. 2019), 384 wide, that began as those of MiniLM, and on them a layer for
each question; heads are scored by biaffine attention (Dozat and Manning 2017). `training/language` trains
it. All that a word is by itself is computed once for all places where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from explore.language.words import Pieces, shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float32]

WIDTH, HEADS, INNER, LAYERS, POSITIONS = 384, 12, 768, 3, 256
ARC, LABEL, NAME = 256, 192, 192
EPS = 1e-6
_SIZE = WIDTH // HEADS
_LARGE = 60.0  # what is attended to weighs e^60 at most, and e^-60 at least: the sum is a number of 32 bits
_KNOWN_WORDS = 20_000  # kept from one text to the next, 31 MB
_BLOCK = 64  # new words at a time: always as many, so that a word's numbers never depend on its neighbours
_MEAN = np.full(WIDTH, 1 / WIDTH, "f4")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the words of a text, one row a word.

    Attributes
    ----------
    tags, morphs, names : (words, answers)
    starts : (words,)
        Above zero where a sentence starts.
    dependents, heads : (words, 256)
        Their product scores each word with each other as its head.
    root : (words,)
        How good each word is as a root.
    dep_dependents, dep_heads : (words, 192)
    """

    tags: Array
    morphs: Array
    names: Array
    starts: Array
    dependents: Array
    heads: Array
    root: Array
    dep_dependents: Array
    dep_heads: Array


class Network:
    """The weights, and what they say of words.

    Parameters
    ----------
    weights : mapping of str to array
        By the names of `training.language.network`, and `pieces`, the table of the vocabulary's vectors.
    vocabulary : sequence of str
        The pieces, in the order of the table.
    """

    def __init__(self, weights: Mapping[str, Array], vocabulary: Sequence[str]) -> None:
        self.weights = dict(weights)
        self.pieces = Pieces(vocabulary)
        for layer in [name.removesuffix(".bias") for name in weights if name.endswith(".bias")]:
            matrix, bias = weights[f"{layer}.weight"].copy(), weights[f"{layer}.bias"].copy()
            # A query's length is divided by the root of its size once and for all.
            if layer.endswith("query_key_value"):
                matrix[:WIDTH] *= _SIZE**-0.5
                bias[:WIDTH] *= _SIZE**-0.5
            # As they are multiplied with: a row of the words' by a column.
            self.weights |= {f"{layer}.weight": np.ascontiguousarray(matrix.T), f"{layer}.bias": bias}
        self._places: dict[str, int] = {}
        self._words = np.zeros((0, WIDTH), "f4")

    def __call__(self, words: Sequence[str], spaces: Sequence[int], windows: Sequence[slice]) -> Scores:
        """Return scores of the words of a text.

        Parameters
        ----------
        words : sequence of str
        spaces : sequence of int
            What follows each word, a number in `words.SPACES`.
        windows : sequence of slice
            The parts of the text, at most 256 words each, that are read by themselves.
        """
        w = self.weights
        x = self._alone(words)
        x += w["shapes.weight"][[shape(word) for word in words]]
        x += w["spaces.weight"][np.asarray(spaces)]
        for window in windows:
            x[window] += w["positions.weight"][: window.stop - window.start]
        x = self._norm(x, "norm")
        for i in range(LAYERS):
            x = self._layer(x, f"layers.{i}", windows)
        dependents = self._linear(_rectified(self._linear(x, "arc_dependents")), "arcs")
        return Scores(
            tags=self._linear(x, "tags"),
            morphs=self._linear(x, "morphs"),
            names=self._linear(_rectified(self._linear(x, "name")), "names"),
            starts=self._linear(x, "starts")[:, 0],
            dependents=dependents,
            heads=_rectified(self._linear(x, "arc_heads")),
            root=dependents @ w["arc_root"],
            dep_dependents=self._linear(x, "dep_dependents"),
            dep_heads=x @ w["dep_heads.weight"].T,
        )

    def relations(self, scores: Scores, governors: NDArray[np.int64]) -> Array:
        """Return scores of each word's relations to its governor (-1: the root), shape (words, relations)."""
        heads = scores.dep_heads[governors]
        heads[governors < 0] = self.weights["dep_root"]
        heads += scores.dep_dependents
        return self._linear(_rectified(heads), "deps")

    def _alone(self, words: Sequence[str]) -> Array:
        """Return what each word is by itself, shape (words, 384)."""
        new = [word for word in dict.fromkeys(words) if word not in self._places]
        if len(self._places) + len(new) > _KNOWN_WORDS:
            self._places.clear()
            self._words = self._words[:0]
            new = list(dict.fromkeys(words))
        blocks = [self._words]
        for start in range(0, len(new), _BLOCK):
            block = new[start : start + _BLOCK]
            ends = np.zeros((_BLOCK, 2 * WIDTH), "f4")
            mean = np.zeros((_BLOCK, WIDTH), "f4")
            for i, word in enumerate(block):
                places = list(self.pieces.of(word))
                vectors = self.weights["pieces"][places] * self.weights["pieces.step"][places]
                ends[i, :WIDTH], ends[i, WIDTH:], mean[i] = vectors[0], vectors[-1], vectors.mean(0)
            mean += ends @ self.weights["ends.weight"].T
            self._places |= {word: len(self._places) + i for i, word in enumerate(block)}
            blocks.append(mean[: len(block)])
        self._words = np.concatenate(blocks)
        return self._words[[self._places[word] for word in words]]

    def _layer(self, x: Array, name: str, windows: Sequence[slice]) -> Array:
        mixed = self._linear(x, f"{name}.query_key_value").reshape(len(x), 3, HEADS, _SIZE)
        seen = np.empty((len(x), HEADS, _SIZE), "f4")
        for window in windows:
            query, key, value = mixed[window].transpose(1, 2, 0, 3)
            weights = np.matmul(query, key.transpose(0, 2, 1))
            np.exp(np.clip(weights, -_LARGE, _LARGE, out=weights), out=weights)
            # A column of ones sums the weights up.
            summed = np.matmul(weights, np.concatenate([value, np.ones((HEADS, len(value[0]), 1), "f4")], -1))
            seen[window] = (summed[..., :-1] / summed[..., -1:]).transpose(1, 0, 2)
        x = x + self._linear(seen.reshape(len(x), WIDTH), f"{name}.attended")
        x = self._norm(x, f"{name}.attended_norm")
        inner = _rectified(self._linear(x, f"{name}.inner"))
        x += self._linear(inner, f"{name}.outer")
        return self._norm(x, f"{name}.outer_norm")

    def _linear(self, x: Array, name: str) -> Array:
        found: Array = x @ self.weights[f"{name}.weight"]
        found += self.weights[f"{name}.bias"]
        return found

    def _norm(self, x: Array, name: str) -> Array:
        """Return x with mean 0 and variance 1 in each row, scaled and moved; changes x."""
        x -= (x @ _MEAN)[:, None]
        variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[-1])
        x /= np.sqrt(variance + np.float32(EPS))[:, None]
        x *= self.weights[f"{name}.weight"]
        x += self.weights[f"{name}.bias"]
        return x


def _rectified(x: Array) -> Array:
    return np.maximum(x, 0, out=x)
