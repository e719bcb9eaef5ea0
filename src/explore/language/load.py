"""Load the English pipeline that ships with the package, or any other that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokenizer import Tokenizer

import explore.language.analyzer
import explore.language.lemmas
import explore.language.sentences  # noqa: F401 (the three register components)
from explore.errors import error
from explore.language.noun_chunks import noun_chunks
from explore.language.tokens import PieceTokenizer

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

    >>> [token.tag_ for token in load_language()("They met.")]
    ['PRP', 'VBD', '.']
    """
    try:
        nlp = spacy.load(name or MODEL)
    except (OSError, ValueError) as problem:
        raise error("no_pipeline" if name else "no_model", name or MODEL, name=name) from problem
    if nlp.lang != "en":
        raise error("other_language", name, language=nlp.lang)
    ours = "explore_analyzer" in nlp.pipe_names
    lacking = [what for what in ("parser", "ner") if not ours and what not in nlp.pipe_names]
    if lacking:
        raise error("incomplete_pipeline", name, lacking=" and ".join(lacking))
    if type(nlp.tokenizer) is Tokenizer:
        nlp.tokenizer = PieceTokenizer.like(nlp.tokenizer)
    if "explore_sentence_starts" not in nlp.pipe_names:
        nlp.add_pipe("explore_sentence_starts", before="explore_analyzer" if ours else "parser")
    if any("obj" in getattr(pipe, "labels", ()) for _, pipe in nlp.pipeline):
        nlp.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]
    return nlp
