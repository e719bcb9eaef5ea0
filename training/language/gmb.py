"""Read the names of the Groningen Meaning Bank and mend what its machine annotation gets wrong."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from training.language.columns import Span, sentence_of, spans_of, trim, typed
from training.language.gazetteer import GPE, NAMED_DATE, NORP, ORGANISATIONS, PERSON_TITLES, REGIONS, TITLES

if TYPE_CHECKING:
    from pathlib import Path

    from training.language.sentence import Sentence

# Numbers that a spreadsheet once spoilt: scores read as days ("6-3" as "06-Mar"), Indian thousands.
_SPOILT = re.compile(r"\d\d-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{1,2},\d\d,\d{3}")
_NO_NAME = frozenset(
    [
        "AIDS",
        "HIV",
        "Islam",
        "Islamic",
        "Earth",
        "Internet",
        "GDP",
        "Web",
        "English",
        "Arabic",
        "Catholicism",
        "Christianity",
        "Buddhism",
        "Judaism",
        "Republic",
        "Secretary",
        "Committee",
        "Council",
        "State",
        "Delta",
        "King",
        "Prophet",
        "Army",
        "Mr.",
        "Ms.",
        "Mrs.",
        "prime",
        "Prime",
    ]
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night", ","])
_EVENTS = frozenset({"Holocaust", "Olympics", "Cold War", "Ramadan"})
_STORMS = ("Hurricane", "Typhoon", "Tropical", "Cyclone")
_LOOKUP = sorted(
    (tuple(name.split()), label)
    for names, label in ((GPE, "GPE"), (NORP, "NORP"), (ORGANISATIONS, "ORG"), (REGIONS, "LOC"))
    for name in names
    if name[:1].isupper() and (label != "LOC" or " " in name)
)


def read_gmb(path: Path) -> list[Sentence]:
    """Return the sentences of the zipped CSV `gmb_ner_dataset.csv.zip`."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read(archive.namelist()[0]).decode("latin-1")
    raw: list[tuple[list[str], list[str]]] = []
    for row in list(csv.reader(io.StringIO(text)))[1:]:
        if row[0]:
            raw.append(([], []))
        raw[-1][0].append(row[1])
        raw[-1][1].append(row[3])
    raw = [(w, t) for w, t in raw if len(w) > 3 and not any(_SPOILT.fullmatch(x) for x in w)]
    mended = [(words, *_mend(words, tags)) for words, tags in raw]
    usual = _usual_labels([(words, spans) for words, spans, _ in mended])
    known = {name for name, (_, sure) in usual.items() if sure and " " not in name and name[:1].isupper()}
    sentences = []
    for words, spans, unsure in mended:
        relabelled = []
        for a, b, label in spans:
            majority = usual.get(" ".join(words[a:b]), (label, False))[0]
            relabelled.append((a, b, majority if label != "DATE" else label))
        taken = {i for a, b, _ in relabelled for i in range(a, b)}
        # A word that is a name elsewhere in the corpus and has no label here was overlooked.
        missed = {i for i, w in enumerate(words) if i and i not in taken and w in known}
        sentences.append(sentence_of(words, relabelled, unsure | missed))
    return sentences


def _usual_labels(mended: list[tuple[list[str], list[Span]]]) -> dict[str, tuple[str, bool]]:
    """Return the label that most mentions of a name have, and whether the name is frequent."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, spans in mended:
        for a, b, label in spans:
            counts[" ".join(words[a:b])][label] += 1
    usual = {}
    for name, labels in counts.items():
        label, most = labels.most_common(1)[0]
        total = labels.total()
        if total >= 4 and most >= 0.65 * total and label != "DATE":
            usual[name] = (label, total >= 10)
    return usual


def _mend(words: list[str], tags: list[str]) -> tuple[list[Span], set[int]]:
    spans: list[Span] = []
    unsure: set[int] = set()
    for a, b, label in spans_of(tags):
        if label == "tim":
            if any(NAMED_DATE.fullmatch(w) for w in words[a:b]):
                if _DAY.fullmatch(words[a]) and b > a + 1 and words[a + 1] not in _PARTS_OF_DAY:
                    b = a + 1
                while b > a and words[b - 1] in {"that", "since", "in", "of", "by", "between", "to", "and"}:
                    b -= 1
                while a < b and words[a] in {"since", "in", "on", "before", "by", "from", "of", "that"}:
                    a += 1
                spans.append((a, b, "DATE"))
            else:
                unsure |= set(range(a, b))
            continue
        if label in {"art", "nat"}:
            if words[a] in _STORMS and b - a > 1:
                spans.append((a, b, "EVENT"))
            else:
                unsure |= set(range(a, b))
            continue
        spans += _name(words, a, b, label, unsure)
    return _overlay(words, spans), unsure


def _name(words: list[str], a: int, b: int, label: str, unsure: set[int]) -> list[Span]:
    """Return a name with our label: titles cut, an organisation behind a title made a person."""
    kind = {"per": "PER", "gpe": "geo"}.get(label, label)
    start, end = trim(words, a, b, "PERSON" if label == "per" else "")
    if label == "org":
        while end > start + 1 and words[end - 1] in TITLES:
            end -= 1
        if (
            words[start] in PERSON_TITLES
            and end - start > 1
            and words[start] not in {"King", "Queen", "General"}
        ):
            start, kind = start + 1, "PER"
        if (
            start
            and words[start - 1] in PERSON_TITLES
            and all(w[:1].isupper() and not w.isupper() for w in words[start:end])
        ):
            kind = "PER"
    if start >= end or " ".join(words[start:end]) in _NO_NAME:
        return []
    if label == "eve" and end - start == 1 and len(words[start]) < 4:
        unsure |= set(range(a, b))
        return []
    ours = "EVENT" if " ".join(words[start:end]) in _EVENTS else typed(words, start, end, kind)
    if ours == "PERSON" and " ".join(words[start:end]) in GPE:
        ours = "GPE"
    start, end = trim(words, start, end, ours)
    return [(start, end, ours)] if ours not in {"", "?"} and start < end else []


def _overlay(words: list[str], spans: list[Span]) -> list[Span]:
    """Lay the names of countries, peoples and bodies over what is there; a longer name stays."""
    index = _by_first()
    found: list[Span] = []
    i = 0
    while i < len(words):
        best = 0
        kind = ""
        for parts, label in index.get(words[i], ()):
            if len(parts) > best and tuple(words[i : i + len(parts)]) == parts:
                best, kind = len(parts), label
        if best:
            covers = [s for s in spans if s[0] < i + best and i < s[1]]
            if all(i <= s[0] and s[1] <= i + best for s in covers):
                spans = [s for s in spans if s not in covers]
                found.append((i, i + best, kind))
        i += best or 1
    return sorted(spans + found)


def _by_first() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    if not _INDEX:
        for parts, label in _LOOKUP:
            _INDEX[parts[0]].append((parts, label))
    return _INDEX


_INDEX: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
