"""Names against sets of other schemes: persons, places (with countries and buildings) and organisations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.language.trees import laid_out
from training.language.columns import spacing, spans_of, trim
from training.language.treebanks import read_treebank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from spacy.language import Language

Name = tuple[int, int, str]

FINE = {label: label for label in ("PERSON", "NORP", "GPE", "LOC", "FAC", "ORG", "EVENT", "DATE")}
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


def read_gum(path: Path) -> list[tuple[str, set[Name]]]:
    """Return the same of GUM's named entities, with all our kinds."""
    found = []
    for sentence in read_treebank(path, names="gum"):
        text, words, _ = laid_out([sentence])
        names = {(words[a].start, words[b - 1].end, label) for a, b, label in sentence.names or ()}
        found.append((text.rstrip(), names))
    return found


def scores(
    nlp: Language, sentences: list[tuple[str, set[Name]]], kinds: Mapping[str, str] = COARSE
) -> dict[str, float]:
    """Return F1 in per cent of all names and of each kind: exact characters and kind.

    A leading article, a person's titles and a final 's are left out of account on both sides. `kinds` says
    what is compared: our label to that of the set; labels it lacks are left out.
    """
    hits: Counter[str] = Counter()
    golds: Counter[str] = Counter()
    guesses: Counter[str] = Counter()
    for doc, (_, gold) in zip(nlp.pipe([text for text, _ in sentences]), sentences, strict=True):
        found = set()
        for ent in doc.ents:
            kind = kinds.get(ent.label_)
            words = [t.text for t in ent]
            a, b = trim(words, 0, len(words), ent.label_ if ent.label_ == "PERSON" else "")
            if kind and a < b:
                found.add((ent[a].idx, ent[b - 1].idx + len(ent[b - 1]), kind))
        for counter, names in ((hits, gold & found), (golds, gold), (guesses, found)):
            counter.update(label for *_, label in names)
            counter["all"] += len(names)
    order = ["all", *dict.fromkeys(kind for kind in kinds.values() if golds[kind])]
    return {kind: 200 * hits[kind] / max(1, golds[kind] + guesses[kind]) for kind in order}
