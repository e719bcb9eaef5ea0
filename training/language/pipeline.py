"""The networks to train, one for tags and parse and one for names, grown out of an earlier pipeline.

Growing keeps what the earlier pipeline computes: the hash table of word forms is made `n` times as long by
repeating its rows, because a key modulo `n * rows` lands on a copy of the row it landed on before; a layer of
convolution more adds nothing at first, because what it adds is scaled by a gain that begins at zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.attrs import NORM, ORTH
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from spacy.vectors import Vectors
from training.language.tokens import like_treebanks

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.pipeline.transition_parser import Parser
    from thinc.api import Model


def grow(config: Path, earlier: Path, vectors: Path) -> Language:
    """Return the pipeline of a config with the labels and weights of an earlier one.

    Parameters
    ----------
    config : Path
        The architecture, `trees.cfg` or `names.cfg` of this folder.
    earlier : Path
        A trained pipeline with the same components.
    vectors : Path
        Word vectors from `vectors.py`.
    """
    old = spacy.load(earlier)
    nlp = load_model_from_config(load_config(config), auto_fill=True)
    like_treebanks(nlp)
    nlp.vocab.vectors = read_vectors(vectors, nlp)
    sample = old("The minister said on Monday that France would not sign.")

    def one_example() -> list[Example]:
        return [Example(nlp.make_doc(sample.text), sample)]

    for name in nlp.pipe_names:
        given = {} if name == "tok2vec" else {"labels": old.get_pipe(name).label_data}
        nlp.get_pipe(name).initialize(one_example, nlp=nlp, **given)
    for name in nlp.pipe_names:
        pipe, source = nlp.get_pipe(name), old.get_pipe(name)
        if name in {"parser", "ner"}:
            _copy_moves(pipe, source)
        else:
            _copy(pipe.model, source.model)
    return nlp


def read_vectors(path: Path, nlp: Language) -> Vectors:
    """Return the word vectors of `vectors.py`, for a word in small letters, capitalised and in capitals.

    spaCy can look vectors up by the normal form, but forgets so when it writes them; so the forms are spelled
    out, those of the tokenizer's exceptions ("n’t": "not") too.
    """
    stored = np.load(path)
    rows = {str(word): row for row, word in enumerate(stored["words"])}
    forms = {
        piece[ORTH]: rows[piece[NORM]]
        for pieces in nlp.tokenizer.rules.values()
        for piece in pieces
        if piece.get(NORM) in rows
    }
    for spell in (str.upper, str.capitalize, str):
        forms |= {spell(word): row for word, row in rows.items()}
    vectors = Vectors(strings=nlp.vocab.strings, data=stored["vectors"].astype("f"), name="minilm_static")
    for form, row in forms.items():
        vectors.add(form, row=row)
    return vectors


def _copy(new: Model[Any, Any], old: Model[Any, Any]) -> None:
    """Copy weights node by node: rows of a grown table are repeated, what is new weighs nothing at first."""
    pairs, added = _matched(new, old)
    for node in added:
        if node.has_param("G"):
            node.set_param("G", np.zeros_like(node.get_param("G")))
    for a, b in pairs:
        for param in a.param_names:
            wanted, values = a.get_param(param).shape, b.get_param(param)
            if values.shape[0] < wanted[0]:
                values = np.tile(values, (wanted[0] // values.shape[0], 1))
            if values.shape != wanted:
                values = np.pad(values, [(0, w - v) for w, v in zip(wanted, values.shape, strict=True)])
            a.set_param(param, values.copy())


def _matched(new: Model[Any, Any], old: Model[Any, Any]) -> tuple[list[tuple[Any, Any]], list[Any]]:
    """Return the nodes of two networks in pairs, the first of a kind with the first, and those left over."""
    pairs, added = [], []
    for name in {node.name for node in old.walk() if node.param_names}:
        mine, other = ([node for node in model.walk() if node.name == name] for model in (new, old))
        pairs += list(zip(mine, other, strict=False))
        added += mine[len(other) :]
    return pairs, added


def _copy_moves(pipe: Parser, source: Parser) -> None:
    """Copy a transition-based component; the scores of its moves follow the moves' names."""
    for part in ("lower", "upper"):
        _copy(pipe.model.get_ref(part), source.model.get_ref(part))
    _copy(pipe.model.get_ref("tok2vec"), source.model.get_ref("tok2vec"))
    before_moves = _move_names(source)
    order = [before_moves.index(move) for move in _move_names(pipe)]
    upper, old = pipe.model.get_ref("upper"), source.model.get_ref("upper")
    for param in ("W", "b"):
        upper.set_param(param, old.get_param(param)[order].copy())


def _move_names(pipe: Parser) -> list[str]:
    return [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
