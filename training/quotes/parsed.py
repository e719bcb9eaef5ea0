"""Parsed articles on disk: written once by `parse.py`, read by every other step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from spacy.tokens import DocBin

from explore.language import load_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.tokens import Doc

ATTRIBUTES = ("LEMMA", "TAG", "POS", "MORPH", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE")


def articles(folder: Path, part: str) -> Iterator[tuple[Doc, dict[str, Any]]]:
    """Yield the parsed articles of a part with what is annotated in them."""
    vocab = load_language().vocab
    rows = json.loads((folder / f"{part}.json").read_text(encoding="utf8"))
    return zip(DocBin().from_disk(folder / f"{part}.spacy").get_docs(vocab), rows, strict=True)
