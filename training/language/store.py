"""Sentences in a file, one a line: what a teacher labelled, for the training of the pipeline."""

from __future__ import annotations

import gzip
import json
from dataclasses import fields
from typing import TYPE_CHECKING

from training.language.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_sentences(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences as JSON, one a line, gzipped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as file:
        for sentence in sentences:
            cells = {field.name: getattr(sentence, field.name) for field in fields(Sentence)}
            cells["unsure"] = sorted(sentence.unsure)
            json.dump(cells, file, ensure_ascii=False)
            file.write("\n")


def read_sentences(path: Path) -> list[Sentence]:
    """Return the sentences of a file of `write_sentences`."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [_sentence(json.loads(line)) for line in file]


def _sentence(cells: dict[str, object]) -> Sentence:
    cells = {name: tuple(cell) if isinstance(cell, list) else cell for name, cell in cells.items()}
    if cells["names"] is not None:
        cells["names"] = tuple(tuple(name) for name in cells["names"])  # type: ignore[attr-defined]
    return Sentence(**cells | {"unsure": frozenset(cells["unsure"])})  # type: ignore[arg-type, call-overload]
