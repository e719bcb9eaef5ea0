"""Pipelines with nothing but dates on them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy

from explore.language import load_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    from explore.dates.publication.tenure import Tenure

MONDAY = date(2024, 4, 8)


@cache
def parsed() -> Language:
    """Return the shipped pipeline with `explore_dates` alone."""
    nlp = load_language()
    nlp.add_pipe("explore_dates")
    return nlp


@cache
def unparsed() -> Language:
    """Return a blank pipeline with sentences and `explore_dates`."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("explore_dates")
    return nlp


def _read(nlp: Language, text: str, published: date | None, tenures: tuple[Tenure, ...] = ()) -> Doc:
    doc = nlp.make_doc(text)
    doc._.published = published
    doc._.tenures = tenures
    return nlp(doc)


@pytest.fixture
def dated() -> Callable[..., Doc]:
    """Read a text published on Monday, 8 April 2024, or on another day, or on a day not told."""
    return lambda text, published=MONDAY, tenures=(): _read(parsed(), text, published, tenures)


@pytest.fixture
def values(dated: Callable[..., Doc]) -> Callable[..., list[tuple[str, str]]]:
    """Return the words and values of the time expressions of a text."""
    return lambda text, published=MONDAY: [(t.text, t.value) for t in dated(text, published)._.timexes]


@pytest.fixture
def bare() -> Callable[..., list[tuple[str, str]]]:
    """Return the words and values that a pipeline without a parse finds."""
    return lambda text, published=MONDAY: [
        (t.text, t.value) for t in _read(unparsed(), text, published)._.timexes
    ]
