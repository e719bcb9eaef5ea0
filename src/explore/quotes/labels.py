"""Names that stand by a mark or a colon without a verb: “…” — Petrova, Petrova: “…”, a label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.quotes.candidate import Candidate, How

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.quotes.syntax import Syntax, TokenRun

_DASH = re.compile(r"^\s*(?:[-–—―~]+|--)\s*")
_NAME = r"(?:[A-Z][\w.’'()-]*|of|the|for|and|de|van|von)"
_LABEL = re.compile(rf"[\s\"“>*]*({_NAME}(?:[ ,]+{_NAME}){{0,7}})\s*:")


def beside_marks(syntax: Syntax) -> Iterator[Candidate]:
    """Yield the name after a dash behind a closing mark, and the one before a colon ahead of a mark."""
    text = syntax.text
    for run in syntax.runs:
        if run.run.nested:
            continue
        match = _DASH.match(text[run.run.right : run.run.right + 8])
        if match:
            stop = text.find("\n", run.run.right + match.end())
            stop = min(stop if stop > 0 else len(text), run.run.right + 120)
            begin, end = syntax.tokens(run.run.right + match.end(), stop)
            yield from _named(syntax, begin, end, "dash")
        elif syntax.paragraphs[run.run.paragraph].kind != "body":
            yield from _told_behind(syntax, run)
        before = text[max(0, run.run.left - 3) : run.run.left].rstrip()
        if before.endswith(":"):
            begin = syntax.tokens(max(0, run.run.left - 100), run.run.left)[0]
            colon = text.rindex(":", 0, run.run.left)
            end = syntax.tokens(colon, colon + 1)[0]
            yield from _named(syntax, begin, end, "colon")


def _told_behind(syntax: Syntax, run: TokenRun) -> Iterator[Candidate]:
    """Yield the name behind a quotation that begins a title: “We wait”: Ana Petrova on the talks."""
    end = syntax.paragraphs[run.run.paragraph].end_char
    if syntax.text[run.run.right : end].lstrip().startswith(":"):
        colon = syntax.text.index(":", run.run.right)
        first, last = syntax.tokens(colon + 1, end)
        if first < last and syntax.doc[first].ent_type_ in ("PERSON", "PER"):
            yield from _named(syntax, first, last, "dash")


def labels(syntax: Syntax) -> Iterator[Candidate]:
    """Yield the name a paragraph begins with before a colon."""
    text = syntax.text
    for paragraph in syntax.paragraphs:
        match = _LABEL.match(text, paragraph.start_char, min(paragraph.end_char, paragraph.start_char + 120))
        if match:
            begin, end = syntax.tokens(*match.span(1))
            if begin < end:
                yield Candidate(end - 1, begin, end, None, "label")


def _named(syntax: Syntax, begin: int, end: int, how: How) -> Iterator[Candidate]:
    """Yield the name nearest to the mark."""
    names = [i for i in range(begin, end) if syntax.pos[i] == "PROPN" and syntax.inside[i] < 0]
    if not names:
        return
    first = names[0] if how == "dash" else names[-1]
    last = first
    step = 1 if how == "dash" else -1
    while last + step in names:
        last += step
    low, high = min(first, last), max(first, last)
    if how == "colon":
        # "Trump lawyer: “…”"
        while high + 1 < end and syntax.pos[high + 1] == "NOUN":
            high += 1
    yield Candidate(high, low, high + 1, None, how)
