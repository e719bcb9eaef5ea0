"""Load the English pipeline that ships with the package, or any other that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from explore.errors import error

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parent / "model"


def load_language(name: str | None = None) -> Language:
    """Return a bare English pipeline: tokens, tags, parse, lemmas, names.

    Parameters
    ----------
    name : str, optional
        An installed spaCy pipeline or a folder; the one that ships with the package if left out.

    Raises
    ------
    LanguageError
        If there is no such pipeline.
    """
    try:
        return spacy.load(name or MODEL)
    except OSError as problem:
        raise error("no_pipeline", name or MODEL.name, name=name) from problem
