"""Read our own corpus: running text with the names in brackets, "[PERSON Wang Yi] left [GPE Oslo]."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from training.language.sentence import Sentence
from training.language.tokens import english

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

LABELS = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT", "DATE")
_NAME = re.compile(rf"\[({'|'.join(LABELS)}) ([^\[\]]+)\]")


def read_own(folder: Path) -> list[Sentence]:
    """Return the lines of all files of a folder as sentences with names.

    Raises
    ------
    ValueError
        If a bracket is not closed or has no known label.
    """
    nlp = english()
    found = []
    for path in sorted(folder.glob("*.txt")):
        fresh = True
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                fresh = True
                continue
            text, spans = unbracketed(line.strip())
            if re.search(rf"\[(?:{'|'.join(LABELS)})\b", text):
                raise ValueError(f"{path.name}, line {number}: a bracket that is not closed")
            found.append(_sentence(nlp, text, spans, fresh))
            fresh = False
    return found


def unbracketed(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the bare text of a line and its names by character.

    >>> unbracketed("[GPE Oslo] waits.")
    ('Oslo waits.', [(0, 4, 'GPE')])
    """
    text, spans, last = "", [], 0
    for match in _NAME.finditer(line):
        text += line[last : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        last = match.end()
    return text + line[last:], spans


def _sentence(nlp: Language, text: str, spans: list[tuple[int, int, str]], fresh: bool) -> Sentence:
    doc = nlp.make_doc(" ".join(text.split()))
    names = []
    for a, b, label in spans:
        span = doc.char_span(a, b, alignment_mode="contract")
        if span is not None and len(span):
            names.append((span.start, span.end, label))
    spaces = [bool(t.whitespace_) for t in doc]
    spaces[-1] = True
    return Sentence(
        tuple(t.text for t in doc),
        tuple(spaces),
        names=tuple(names),
        starts_paragraph=True,
        starts_document=fresh,
    )
