"""Speakers: the canonical name behind the words that a speaker is named by."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.actors.names import same_body, same_person

import explore as ex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.tokens import Doc, Span

# In speeches and fiction; who these are is no matter of names.
_SPEECH = re.compile(r"(?i)^(i|we|you|my|our|your|me|us|who|which|that|it|they)$")
_ARTICLE = re.compile(r"(?i)^(the|a|an|this|his|her|its|their|some|many) ")


def answers(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Give the words for each speaker, the name wanted and the name found.

    Parameters
    ----------
    path : Path
        JSON lines with text, quotes (speaker: characters, speaker_name: canonical) and the day as dct or
        date. Only speakers with a proper name are asked for.
    """
    nlp = ex.reader.pipeline()
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        day = record.get("dct") or record.get("date")
        article = ex.Article.from_text(
            record["text"], published=date.fromisoformat(day[:10]) if day else None
        )
        wanted = [(tuple(q["speaker"]), q["speaker_name"]) for q in record["quotes"] if q["speaker"]]
        wanted = [(at, name) for at, name in dict.fromkeys(wanted) if is_name(name)]
        if not wanted:
            continue
        doc = ex.reader.prepare(nlp, article)
        with nlp.select_pipes(disable=["explore_events", "explore_quotes"]):
            doc = nlp(doc)
        for (start, end), name in wanted:
            words = record["text"][start:end]
            if not _SPEECH.match(words):
                yield words, name, named(doc, start, end)


def is_name(name: str | None) -> bool:
    """Say whether a name is a proper one, of which every longer word has a capital."""
    if not name or _ARTICLE.match(name):
        return False
    words = [word for word in re.split(r"[\s-]+", name) if len(word) > 3]
    return name[0].isupper() and all(word[0].isupper() or not word[0].isalpha() for word in words)


def named(doc: Doc, start: int, end: int) -> str | None:
    """Return the actor of the mention at the head of these characters, else of the first name."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    within = [m for m in doc._.mentions if m.start_char < span.end_char and m.end_char > span.start_char]
    head = span.root.idx
    at_head = [m for m in within if m.start_char <= head < m.end_char]
    found = at_head or [m for m in within if m.how != "pronoun"] or _whole(span, within)
    return doc._.actors[found[0].actors[0]].name if found else None


def _whole(span: Span, within: list[object]) -> list[object]:
    return within if len(span) == 1 else []


def measure(path: Path) -> list[tuple[str, str, float]]:
    """Return how many speakers get the right name, and how many none."""
    found = [(same_person(gold, name) or same_body(gold, name), name) for _, gold, name in answers(path)]
    right, none = sum(ok for ok, _ in found), sum(name is None for _, name in found)
    return [
        ("speakers named right, share", path.stem, right / max(1, len(found))),
        ("speakers without a name, share", path.stem, none / max(1, len(found))),
        ("speakers", path.stem, len(found)),
    ]
