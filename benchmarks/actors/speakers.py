"""Speakers: the canonical name behind the words that a speaker is named by."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.actors.names import same_body, same_person

import explore as ex
from explore.actors.knowledge import countries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.tokens import Doc, Span

# In speeches and fiction; who these are is no matter of names.
_SPEECH = re.compile(r"(?i)^(i|we|you|my|our|your|me|us|who|which|that|it|they)$")
_LONG = 60  # characters: longer words hold addresses and affiliations
_PEOPLES = {word for land in countries().values() for word in land.adjectives}
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
    others = [m for m in within if m.how != "pronoun" and not _is_owner(doc, m.end_char)]
    found = at_head or others or _whole(span, within)
    return doc._.actors[found[0].actors[0]].name if found else None


def _is_owner(doc: Doc, end: int) -> bool:
    """Say whether something is somebody's: the cousin of "Galois' cousin" is not Galois."""
    return doc.text[end : end + 1] in {"'", "’"}


def _whole(span: Span, within: list[object]) -> list[object]:
    return within if len(span) == 1 else []


def measure(path: Path) -> list[tuple[str, str, float]]:
    """Return the share of speakers that get the right name, and none, by what they are named by."""
    told: dict[str, list[tuple[bool, bool]]] = {}
    for words, gold, name in answers(path):
        right = same_person(gold, name) or same_body(gold, name)
        told.setdefault(sort(words), []).append((right, name is None))
    rows: list[tuple[str, str, float]] = []
    for kind, found in sorted(told.items()):
        rows += [
            (f"speakers known by {kind}", path.stem, len(found)),
            (f"speakers known by {kind}: right", path.stem, sum(r for r, _ in found) / len(found)),
            (f"speakers known by {kind}: no answer", path.stem, sum(n for _, n in found) / len(found)),
        ]
    return rows


def sort(words: str) -> str:
    """Return by what a speaker is named: "a pronoun", "a name" (the most have capitals) or "other words".

    "A people" ("many Americans") is no actor of ours, and asked for apart.
    """
    if words.split()[-1].endswith("s") and words.split()[-1] in _PEOPLES:
        return "a people"
    if words.lower() in {"he", "she", "him", "her", "they", "them", "both"}:
        return "a pronoun"
    long = [word for word in words.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return "a name" if capitals and capitals >= len(long) / 2 and len(words) < _LONG else "other words"
