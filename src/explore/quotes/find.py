"""Find the quotations of a doc: runs in marks attributed and widened, then indirect ones; as token drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.language import paragraph_spans
from explore.quotes.attribute import attributions
from explore.quotes.candidates import candidates
from explore.quotes.content import drafts
from explore.quotes.features import scene
from explore.quotes.indirect import indirect
from explore.quotes.marks import find_runs
from explore.quotes.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from explore.quotes.draft import Draft


def found(doc: Doc) -> tuple[Syntax, list[Draft]]:
    """Return what was asked of the parse, and the quotations in the order of the text."""
    syntax = Syntax(doc, find_runs(doc.text, paragraph_spans(doc)))
    possible = candidates(syntax)
    quoted = drafts(syntax, attributions(scene(syntax, possible)))
    return syntax, sorted(quoted + indirect(syntax, possible, quoted), key=lambda d: d.segments)


def characters(syntax: Syntax, draft: Draft) -> tuple[tuple[int, int], ...]:
    """Return the segments of a draft as characters, without the marks around a segment that is all in marks."""
    return tuple(_characters(syntax, draft, begin, end) for begin, end in draft.segments)


def _characters(syntax: Syntax, draft: Draft, begin: int, end: int) -> tuple[int, int]:
    starts = {run.begin: run for run in draft.runs}
    ends = {run.end: run for run in draft.runs}
    first, last = starts.get(begin), ends.get(end)
    if first and first is last:
        text = syntax.doc.text[first.run.start : first.run.end]
        start = first.run.start + len(text) - len(text.lstrip())
        return start, first.run.end - (len(text) - len(text.rstrip()))
    start = first.run.left if first else syntax.starts[begin]
    return start, last.run.right if last else syntax.ends[end - 1]
