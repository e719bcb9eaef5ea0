"""Load the English pipeline that ships with the package, or any other that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from thinc.api import get_current_ops, use_ops

import explore.language.lemmas
import explore.language.sentences  # noqa: F401 (registers the component)
from explore.errors import error
from explore.language.noun_chunks import noun_chunks

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parent / "model"


def load_language(name: str | None = None) -> Language:
    """Return a bare English pipeline: tokens, tags, parse, lemmas, names.

    Headings and paragraphs begin sentences, and `Doc.noun_chunks` works for UD labels as for ClearNLP's.

    Parameters
    ----------
    name : str, optional
        An installed spaCy pipeline of English or a folder; the one that ships with the package if left out.

    Raises
    ------
    LanguageError
        If there is no such pipeline, it is not for English, or it has no parser, tagger, lemmas or names.
    """
    try:
        nlp = _loaded(name or MODEL)
    except (OSError, ValueError) as problem:
        raise error("no_pipeline" if name else "no_model", name or MODEL, name=name) from problem
    if nlp.lang != "en":
        raise error("other_language", name, language=nlp.lang)
    lacking = [what for what in ("parser", "ner") if what not in nlp.pipe_names]
    if lacking:
        raise error("incomplete_pipeline", name, lacking=" and ".join(lacking))
    nlp.add_pipe("explore_sentence_starts", before="parser")
    if "obj" in nlp.get_pipe("parser").labels:
        nlp.vocab.get_noun_chunks = noun_chunks
    return nlp


def _loaded(name: str | Path) -> Language:
    """Load a pipeline, on a processor with numpy's matrix product: up to twice as fast as blis."""
    if get_current_ops().name != "numpy":
        return spacy.load(name)
    with use_ops("numpy", use_blis=False):
        return spacy.load(name)
