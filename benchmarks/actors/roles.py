"""Roles: "the Russian president" on a day, "his Irish counterpart" after a sentence's beginning."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.actors.names import same_person

import explore as ex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd


def answers(path: Path) -> Iterator[tuple[dict[str, str], str | None]]:
    """Give each item of the file and the name that its mention is read as.

    Parameters
    ----------
    path : Path
        JSON lines with mention, date (of publication), context (what stands before) and person.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield item, answer(item["context"], item["mention"], date.fromisoformat(item["date"]))


def answer(context: str, mention: str, day: date) -> str | None:
    """Return whom a mention means in an article of a day that has nothing else in it."""
    text = f"{context} {mention}." if context else f"{mention[0].upper()}{mention[1:]} spoke to reporters."
    reading = ex.read(ex.Article.from_text(text, published=day))
    at = text.lower().index(mention.lower())
    found: pd.DataFrame = reading.mentions
    here = found[(found["end_char"] > at) & (found["start_char"] < at + len(mention))]
    return None if here.empty else str(here["name"].iloc[0])


def measure(path: Path) -> list[tuple[str, str, float]]:
    """Return how many roles are right, wrong and left open."""
    found = [(item["person"], name) for item, name in answers(path)]
    right = sum(same_person(person, name) for person, name in found)
    none = sum(name is None for _, name in found)
    return [
        ("roles right", path.stem, right),
        ("roles left open", path.stem, none),
        ("roles wrong", path.stem, len(found) - right - none),
    ]
