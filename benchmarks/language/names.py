"""Names against sets of other schemes: persons, places (with countries and buildings) and organisations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from training.language.columns import spacing, spans_of, trim

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.language import Language

Name = tuple[int, int, str]

COARSE = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"} | {
    "politician": "PER",
    "person": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
}


def read(path: Path, word: int, tag: int) -> list[tuple[str, set[Name]]]:
    """Return (text, names by character) of each sentence of a file of one token a line."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip() and not line.startswith("# ")]
        if rows:
            words, tags = [row[word] for row in rows], [row[tag] for row in rows]
            found.append(_sentence(words, spans_of(tags)))
    return found


def _sentence(words: list[str], spans: Iterable[tuple[int, int, str]]) -> tuple[str, set[Name]]:
    text, starts = "", []
    for word, space in zip(words, spacing(words), strict=True):
        starts.append(len(text))
        text += word + " " * space
    names = set()
    for a, b, label in spans:
        coarse = COARSE.get(label)
        a, b = trim(words, a, b, "PERSON" if coarse == "PER" else "")
        if coarse and a < b:
            names.add((starts[a], starts[b - 1] + len(words[b - 1]), coarse))
    return text.rstrip(), names


def scores(nlp: Language, sentences: list[tuple[str, set[Name]]]) -> dict[str, float]:
    """Return F1 in per cent of all names and of each kind: exact characters and kind.

    A leading article, a person's titles and a final 's are left out of account on both sides.
    """
    hits: Counter[str] = Counter()
    golds: Counter[str] = Counter()
    guesses: Counter[str] = Counter()
    for doc, (_, gold) in zip(nlp.pipe([text for text, _ in sentences]), sentences, strict=True):
        found = set()
        for ent in doc.ents:
            coarse = COARSE.get(ent.label_)
            words = [t.text for t in ent]
            a, b = trim(words, 0, len(words), "PERSON" if coarse == "PER" else "")
            if coarse and a < b:
                found.add((ent[a].idx, ent[b - 1].idx + len(ent[b - 1]), coarse))
        for counter, names in ((hits, gold & found), (golds, gold), (guesses, found)):
            counter.update(label for *_, label in names)
            counter["all"] += len(names)
    return {
        kind: 200 * hits[kind] / max(1, golds[kind] + guesses[kind]) for kind in ("all", "PER", "LOC", "ORG")
    }
