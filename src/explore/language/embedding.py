"""What a word is by itself is computed once for all places where the word stands, with the same result.

The first half of each network turns a token into numbers by its form alone: tables by normal form, prefix,
suffix and shape, a word vector, and a layer that mixes them. spaCy does so for every token; three of four
tokens of a few articles are words that were there before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model
from thinc.layers.chain import forward as every_token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Arrays = list[NDArray[np.float32]]


def embed_once(nlp: Language) -> None:
    """Let the networks of a pipeline built like ours take each word once; nothing else changes."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            embed = node.get_ref("embed") if "embed" in node.ref_names else None
            if embed is not None and _is_ours(embed):
                embed._func = _forward


def _is_ours(embed: Model[Any, Any]) -> bool:
    """Say whether a network is hashed features beside static vectors, then one mixing layer."""
    if len(embed.layers) != 3 or len(embed.layers[0].layers) != 2:
        return False
    features, vectors = embed.layers[0].layers
    return (
        len(features.layers) == 3
        and "columns" in features.layers[0].attrs
        and vectors.name == "static_vectors"
    )


def _forward(
    embed: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[Arrays, Callable[[Arrays], Sequence[Doc]]]:
    """Return an array of each doc, shape (tokens, width); in training as spaCy does it."""
    if is_train or not any(len(doc) for doc in docs):
        return every_token(embed, docs, is_train)
    (features, static), mix, _ = embed.layers[0].layers, embed.layers[1], embed.layers[2]
    extract, _, tables = features.layers
    columns = list(extract.attrs["columns"])
    rows = np.concatenate([doc.to_array([*columns, "ORTH", "NORM", "SPACY"]) for doc in docs])
    # All that the tables read follows from the form, the normal form and whether a space comes after.
    keys = rows[:, -3:] @ np.array([3, 5, 1], dtype="uint64")
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    words = rows[first]
    vectors = docs[0].vocab.vectors
    at = vectors.find(keys=words[:, -3])
    known = np.where(at[:, None] >= 0, vectors.data[at], 0).astype("f")
    own = tables.predict(np.ascontiguousarray(words[:, : len(columns)]))
    ops: Any = embed.ops
    told = ops.gemm(known, static.get_param("W"), trans2=True)
    mixed = mix.predict(np.hstack([own, told]))[place]
    return np.split(mixed, np.cumsum([len(doc) for doc in docs])[:-1]), lambda arrays: docs
