"""Read names from files of one token a line, and set their tokens as running text again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.language.gazetteer import DATE_LIKE, GPE, NORP, ORGANISATIONS, TITLES, place_label
from training.language.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Span = tuple[int, int, str]

_NO_SPACE_BEFORE = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "!",
        "?",
        "%",
        ")",
        "]",
        "}",
        "'s",
        "n't",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "'m",
        "'",
        "’s",
        "’",
        "”",
        "...",
    ]
)
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "“", "#"])
_PERSONS = frozenset(
    ["politician", "person", "scientist", "writer", "musicalartist", "researcher", "PER", "per", "PERSON"]
)
_ORGANISATIONS = frozenset(["organisation", "politicalparty", "university", "band", "magazine", "ORG", "org"])
_PLACES = frozenset(["location", "country", "LOC", "geo"])
_EVENTS = frozenset(["event", "election", "conference", "eve"])
_UNSURE = frozenset(["misc", "award", "academicjournal", "MISC"])


def spacing(words: Sequence[str]) -> tuple[bool, ...]:
    """Say after which words a space stands in running text.

    >>> spacing(["He", "said", "(", "in", "Oslo", ")", "."])
    (True, True, False, True, False, False, True)
    """
    spaces = [True] * len(words)
    opened = False
    for i, word in enumerate(words):
        mark = word in {'"', "``", "''"}
        opened ^= mark
        if word in _NO_SPACE_AFTER or (mark and opened):
            spaces[i] = False
        if i and (word in _NO_SPACE_BEFORE or (mark and not opened)):
            spaces[i - 1] = False
    return tuple(spaces)


def spans_of(tags: Sequence[str]) -> list[Span]:
    """Return the spans of a column of IOB tags."""
    spans: list[Span] = []
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        inside = tag.startswith("I-") and start >= 0 and tag[2:] == tags[start][2:]
        if start >= 0 and not inside:
            spans.append((start, i, tags[start][2:]))
            start = -1
        if tag != "O" and not inside:
            start = i
    return spans


def trim(words: Sequence[str], start: int, end: int, label: str) -> tuple[int, int]:
    """Cut what is not of the name: an article, titles of persons, a final 's, small words before it."""
    while start < end and words[start] in {"the", "The", "THE", "a", "A", '"', "``", ","}:
        start += 1
    while end > start and words[end - 1] in {"'s", "’s", "'", '"', "''", ",", "."}:
        end -= 1
    if label == "PERSON":
        while start < end - 1 and words[start] in TITLES:
            start += 1
        if start < end and words[start] in TITLES and end - start == 1:
            return start, start
    if label in {"PERSON", "GPE", "LOC"}:
        while (
            start < end
            and words[start].islower()
            and words[start] not in {"al", "de", "von", "van", "bin", "ibn"}
        ):
            start += 1
    return start, end


def typed(words: Sequence[str], start: int, end: int, label: str) -> str:
    """Return our label for a span of another scheme: "" for no name, "?" for what may be one in ours."""
    name = " ".join(words[start:end])
    if name in NORP:
        return "NORP"
    if name in ORGANISATIONS:
        return "ORG"
    if name in GPE and (label in _PLACES or label in _ORGANISATIONS or label in _UNSURE):
        return "GPE"
    if label in _PERSONS:
        return "PERSON"
    if label in _ORGANISATIONS:
        return "ORG"
    if label in _PLACES:
        return place_label(list(words[start:end]))
    if label in _EVENTS:
        return "EVENT"
    return "?" if label in _UNSURE else ""


def sentence_of(words: Sequence[str], spans: Iterable[Span], unsure: Iterable[int] = ()) -> Sentence:
    """Return a sentence with names; what looks like a date or a people and has no label is unsure or NORP."""
    spans = list(spans)
    taken = {i for a, b, _ in spans for i in range(a, b)}
    missing = set(unsure)
    for i, word in enumerate(words):
        if i in taken:
            continue
        if word in NORP:
            spans.append((i, i + 1, "NORP"))
        elif DATE_LIKE.fullmatch(word):
            # What stands before a date word ("last week", "8 May") may belong to it.
            missing |= {j for j in (i - 1, i) if j >= 0 and j not in taken}
    return Sentence(tuple(words), spacing(words), names=tuple(sorted(spans)), unsure=frozenset(missing))


def read_columns(path: Path, *, word: int = 0, tag: int = 1, separator: str | None = None) -> list[Sentence]:
    """Return the sentences of a file of one token a line (CrossNER, Wikigold: 0 and 1; UNER: 1 and 2)."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [
            line.split(separator) for line in block.splitlines() if line.strip() and not line.startswith("# ")
        ]
        if not rows:
            continue
        words, tags = [row[word] for row in rows], [row[tag] for row in rows]
        spans: list[Span] = []
        unsure: set[int] = set()
        for a, b, label in spans_of(tags):
            ours = typed(words, *trim(words, a, b, ""), label)
            start, end = trim(words, a, b, ours)
            if ours == "?":
                unsure |= set(range(a, b))
            elif ours and start < end:
                spans.append((start, end, ours))
        found.append(sentence_of(words, spans, unsure))
    return found
