"""Likeness of meaning by a sentence-embedding model: an extra, for who has one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from explore.errors import error
from explore.quotes.likeness import contradiction

if TYPE_CHECKING:
    from numpy.typing import NDArray

Encoder = Callable[[Sequence[str]], Any]


def embedded(texts: Sequence[str], model: str | Encoder) -> Callable[[int, int], float]:
    """Return the likeness of two of some texts: the cosine of their vectors, less where one denies the other.

    Parameters
    ----------
    texts : sequence of str
    model : str or callable
        The name of a sentence-transformers model, or a function that returns an array of shape
        (number of texts, any).

    Raises
    ------
    ExploreError
        If sentence-transformers or the model is not installed.
    """
    vectors = np.asarray(_encoder(model)(texts), dtype=float)
    unit = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    cosines: NDArray[np.float64] = unit @ unit.T

    def measure(i: int, j: int) -> float:
        return float(max(0.0, cosines[i, j])) * (1 - contradiction(texts[i], texts[j]))

    return measure


def _encoder(model: str | Encoder) -> Encoder:
    if not isinstance(model, str):
        return model
    try:
        from sentence_transformers import SentenceTransformer

        encoder: Encoder = SentenceTransformer(model).encode
    except ImportError:
        raise error("extra", model, what="meanings by a model", extra="embeddings") from None
    except OSError as why:
        raise error("no_embedding_model", model, why=str(why).splitlines()[0][:200]) from None
    return encoder
