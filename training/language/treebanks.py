"""Read Universal Dependencies treebanks: the exact text, paragraphs, trees; and GUM's named entities."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from training.language.columns import trim
from training.language.gazetteer import DATE_LIKE, NORP, gum_label
from training.language.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Subtypes that are worth telling apart; every other relation is cut at its colon.
KEPT = frozenset(
    [
        "nsubj:pass",
        "csubj:pass",
        "aux:pass",
        "nmod:poss",
        "compound:prt",
        "acl:relcl",
        "obl:agent",
        "det:predet",
        "cc:preconj",
        "advcl:relcl",
        "obl:unmarked",
        "nmod:unmarked",
    ]
)
_OLD = {
    "obl:tmod": "obl:unmarked",
    "obl:npmod": "obl:unmarked",
    "nmod:tmod": "nmod:unmarked",
    "nmod:npmod": "nmod:unmarked",
}
# Features that say how something is written or typed, not what it is: too rare to learn.
_DROPPED = frozenset({"Typo", "Style", "ExtPos", "Abbr", "Foreign"})
_MAYBE_NAMED = frozenset({"NNP", "NNPS", "CD", "FW", "GW", "ADD", "LS", "SYM", "AFX"})
_ENTITY = re.compile(r"(\()?(\d+)(?:-([a-z]+)([^()]*))?(\))?")


def relation(dep: str) -> str:
    """Return a relation with only the subtypes we keep.

    >>> relation("nsubj:pass"), relation("nmod:desc"), relation("obl:tmod")
    ('nsubj:pass', 'nmod', 'obl:unmarked')
    """
    dep = _OLD.get(dep, dep)
    return dep if dep in KEPT else dep.split(":")[0]


def features(feats: str) -> str:
    """Return UD features without those of spelling."""
    if feats == "_":
        return ""
    return "|".join(f for f in feats.split("|") if f.split("=")[0] not in _DROPPED)


def read_treebank(path: Path, *, names: Literal["gum", "tags"] | None = None) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file.

    Parameters
    ----------
    path : Path
    names : {"gum", "tags"} or None
        "gum" reads GUM's entities from the column MISC and keeps the named ones. "tags" says of common words
        that they are no names, and leaves open what is tagged as a proper noun or a number.
    """
    return [
        sentence
        for block in path.read_text(encoding="utf-8").split("\n\n")
        if block.strip()
        for sentence in _sentence(block.splitlines(), names)
    ]


def _sentence(lines: list[str], named: str | None) -> Iterator[Sentence]:
    comments = [line for line in lines if line.startswith("#")]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    # A multiword token ("don't") says on its own line whether a space follows it.
    glued: set[str] = set()
    misc: dict[str, str] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = row[0].split("-")
            glued |= {str(i) for i in range(int(first), int(last))}
            misc[last] = row[9]
    rows = [row for row in rows if row[0].isdigit()]
    if not rows:
        return
    spaces = [
        row[0] not in glued and "SpaceAfter=No" not in misc.get(row[0], row[9]).split("|") for row in rows
    ]
    spaces[-1] = True
    heads = [int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)]
    starts_document = any(line.startswith("# newdoc") for line in comments)
    sentence = Sentence(
        words=tuple(row[1] for row in rows),
        spaces=tuple(spaces),
        tags=tuple(row[4] for row in rows),
        pos=tuple(row[3] for row in rows),
        feats=tuple(features(row[5]) for row in rows),
        heads=tuple(heads),
        deps=tuple("ROOT" if row[6] == "0" else relation(row[7]) for row in rows),
        lemmas=tuple(row[2] for row in rows),
        names=_gum_names(rows) if named == "gum" else () if named else None,
        unsure=_unsure(rows, named) if named else frozenset(),
        starts_paragraph=starts_document or any(line.startswith("# newpar") for line in comments),
        starts_document=starts_document,
    )
    if all(sentence.words):
        yield sentence


def _unsure(rows: list[list[str]], named: str) -> frozenset[int]:
    """Return the words that may be of a name that is not annotated."""
    if named == "gum":
        return frozenset(i for i, row in enumerate(rows) if DATE_LIKE.fullmatch(row[1]))
    open_ = [
        i
        for i, row in enumerate(rows)
        if row[4] in _MAYBE_NAMED
        or DATE_LIKE.fullmatch(row[1])
        or (i and row[1][:1].isupper() and row[1] != "I")
    ]
    # What lies between two such words may join them: "Bank of America", "Lower Saxony's".
    joined = {j for a, b in pairwise(open_) if b - a < 4 for j in range(a, b)}
    return frozenset(open_) | joined


def _gum_names(rows: list[list[str]]) -> tuple[tuple[int, int, str], ...]:
    """Return the outermost entities whose head is a proper noun, and the demonyms."""
    opened: dict[str, list[tuple[int, str, str]]] = {}
    spans: list[tuple[int, int, str, str]] = []
    for i, row in enumerate(rows):
        entity = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for match in _ENTITY.finditer(entity):
            begin, number, kind, rest, end = match.groups()
            if begin:
                opened.setdefault(number, []).append((i, kind or "", rest or ""))
            if end and opened.get(number):
                start, etype, more = opened[number].pop()
                spans.append((start, i + 1, etype, more))
    found: list[tuple[int, int, str]] = []
    for start, stop, kind, rest in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        span = range(start, stop)
        head = next((i for i in span if int(rows[i][6]) - 1 not in span), start)
        a, b = (start, stop) if kind == "time" else _around(rows, head, start, stop)
        a, b = _trim(rows, a, b)
        label = gum_label(kind, [row[1] for row in rows[a:b]], rest)
        a, b = trim([row[1] for row in rows], a, b, label)
        named = rows[head][4] in {"NNP", "NNPS"} or label == "DATE"
        if label and named and a < b and not any(a < y and x < b for x, y, _ in found):
            found.append((a, b, label))
    for i, row in enumerate(rows):
        if row[1] in NORP and not any(x <= i < y for x, y, _ in found):
            found.append((i, i + 1, "NORP"))
    return tuple(sorted(found))


def _around(rows: list[list[str]], head: int, start: int, stop: int) -> tuple[int, int]:
    """Return the stretch of capitals around a head: "Seoul" of "Seoul, the capital of Korea"."""

    def proper(i: int) -> bool:
        word, tag = rows[i][1], rows[i][4]
        return tag in {"NNP", "NNPS"} or (word[:1].isupper() and tag not in {"DT", "PRP", "IN"})

    def joins(i: int, step: int) -> bool:
        inside = start <= i + step < stop and proper(i + step)
        return inside and (
            rows[i][4] in {"HYPH", "CD", "POS"} or rows[i][1] in {"of", "the", "for", "and", "&", "de"}
        )

    a, b = head, head + 1
    while a > start and (proper(a - 1) or joins(a - 1, -1)):
        a -= 1
    while b < stop and (proper(b) or rows[b][4] == "CD" or joins(b, 1)):
        b += 1
    return a, b


def _trim(rows: list[list[str]], start: int, stop: int) -> tuple[int, int]:
    """Cut what a name does not begin or end with: articles, prepositions, punctuation, a final 's."""
    while start < stop and rows[start][4] in {"DT", "IN", "PRP$", "``", "''", ",", "-LRB-"}:
        start += 1
    while stop > start and rows[stop - 1][4] in {"POS", "``", "''", ",", "-RRB-", "."}:
        stop -= 1
    return start, stop
