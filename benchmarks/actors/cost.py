"""What the actors cost: their share of the time that the bare language pipeline takes."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import explore as ex
from explore.language import load_language

if TYPE_CHECKING:
    from pathlib import Path

_ROUNDS = 3


def measure(folder: Path) -> list[tuple[str, str, float]]:
    """Return the processor time of the language pipeline and of the actors, the best of three."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    bare, whole = load_language(), ex.reader.pipeline()
    dates, actors = whole.get_pipe("explore_dates"), whole.get_pipe("explore_actors")
    spent: dict[str, float] = {"language": float("inf"), "actors": float("inf")}
    for _ in range(_ROUNDS):
        begin = process_time()
        docs = [bare(text) for text in texts]
        spent["language"] = min(spent["language"], process_time() - begin)
        docs = [dates(doc) for doc in docs]
        begin = process_time()
        for doc in docs:
            actors(doc)
        spent["actors"] = min(spent["actors"], process_time() - begin)
    return [
        ("processor seconds, language pipeline", folder.name, round(spent["language"], 3)),
        ("processor seconds, actors", folder.name, round(spent["actors"], 3)),
        (
            "actors' share of the language pipeline",
            folder.name,
            round(spent["actors"] / spent["language"], 3),
        ),
    ]
