"""Our own articles: every mention of a person, a country that acts or a body, with whom it means."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.actors.names import same_body, same_person

import explore as ex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

FOLDER = Path(__file__).parent / "articles"
_MARKED = re.compile(r"\{([^{}=]+)=([^{}=]*)\}")


class Wanted(NamedTuple):
    """Words of an article, and whom they mean: nobody of ours where `names` is empty."""

    start: int
    end: int
    names: tuple[str, ...]


def unmark(marked: str) -> tuple[date, str, list[Wanted]]:
    """Return the day, the plain text and the mentions of an article.

    The first line is "date: 2025-08-08"; a mention is written {the two leaders=Xi Jinping + Vladimir Putin},
    words that name no actor {Berlin=}.
    """
    first, _, marked = marked.partition("\n")
    text, wanted, at = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        names = tuple(name.strip() for name in found[2].split("+") if name.strip())
        wanted.append(Wanted(len(text), len(text) + len(found[1]), names))
        text += found[1]
        at = found.end()
    return date.fromisoformat(first.removeprefix("date: ")), text + marked[at:], wanted


def sort(words: str, names: tuple[str, ...]) -> str:
    """Return what a mention is: "nobody", "several", "a pronoun", "a name" (has a word of it) or "a role"."""
    if not names:
        return "nobody"
    if len(names) > 1:
        return "several"
    if words.lower() in {"he", "she", "him", "her", "his", "it", "its", "himself", "herself"}:
        return "a pronoun"
    told = {word.lower() for word in re.findall(r"\w{3,}", names[0])}
    return "a name" if told & {word.lower() for word in re.findall(r"\w{3,}", words)} else "a role"


def found(doc: Doc, wanted: Wanted) -> tuple[str, ...]:
    """Return the names that the mention at the end of these words, else in them, is read as."""
    over = [m for m in doc._.mentions if m.start_char < wanted.end and m.end_char > wanted.start]
    last = [m for m in over if m.end_char >= wanted.end] or over
    return tuple(doc._.actors[i].name for i in last[-1].actors) if last else ()


def is_right(wanted: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Say whether the names are those wanted, in any order."""
    return len(wanted) == len(names) and all(
        any(same_person(one, other) or same_body(one, other) for other in names) for one in wanted
    )


def answers() -> Iterator[tuple[str, str, Wanted, tuple[str, ...]]]:
    """Give each article's name, the words, what is wanted and what was found."""
    nlp = ex.reader.pipeline()
    for path in sorted(FOLDER.glob("*.txt")):
        day, text, wanted = unmark(path.read_text(encoding="utf-8"))
        doc = ex.reader.prepare(nlp, ex.Article.from_text(text, published=day))
        with nlp.select_pipes(disable=["explore_events", "explore_quotes"]):
            doc = nlp(doc)
        for one in wanted:
            yield path.stem, text[one.start : one.end], one, found(doc, one)


def measure() -> list[tuple[str, str, float]]:
    """Return the share of mentions read right and left open, by what they are."""
    seen: Counter[tuple[str, str]] = Counter()
    for _, words, wanted, names in answers():
        kind = sort(words, wanted.names)
        seen[kind, "all"] += 1
        seen[kind, "right"] += is_right(wanted.names, names)
        seen[kind, "open"] += not names
    rows: list[tuple[str, str, float]] = []
    for kind in sorted({kind for kind, _ in seen}):
        count = seen[kind, "all"]
        rows += [
            (f"mentions, {kind}", "own articles", count),
            (f"mentions, {kind}: right", "own articles", round(seen[kind, "right"] / count, 3)),
            (f"mentions, {kind}: no answer", "own articles", round(seen[kind, "open"] / count, 3)),
        ]
    return rows
