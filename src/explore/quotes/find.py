"""Find the quotations of a doc: runs in marks attributed and widened, then indirect ones; as token drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.language import paragraph_spans
from explore.quotes.attribute import attributions
from explore.quotes.candidates import candidates
from explore.quotes.content import drafts
from explore.quotes.headings import shouted, with_speakers
from explore.quotes.indirect import indirect
from explore.quotes.marks import find_runs
from explore.quotes.nested import nested
from explore.quotes.scene import scene
from explore.quotes.syntax import Syntax
from explore.quotes.turns import turns

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from explore.quotes.draft import Draft


def found(doc: Doc) -> tuple[Syntax, list[Draft]]:
    """Return what was asked of the parse, and the quotations in the order of the text."""
    paragraphs = paragraph_spans(doc)
    links = shouted(text_of(doc), paragraphs)
    runs = find_runs(text_of(doc), paragraphs)
    syntax = Syntax(doc, [run for run in runs if run.paragraph not in links])
    possible, inner = candidates(syntax)
    possible = [c for c in possible if syntax.paragraph_of[c.at] not in links]
    spoken = turns(syntax)
    quoted = [
        draft
        for draft in [*drafts(syntax, attributions(scene(syntax, possible))), *nested(syntax, inner)]
        if not _is_within(draft, spoken)
    ]
    everything = [*spoken, *quoted, *indirect(syntax, possible, [*spoken, *quoted])]
    return syntax, with_speakers(syntax, sorted(everything, key=lambda d: d.segments))


def _is_within(draft: Draft, spoken: list[Draft]) -> bool:
    """Say whether a quotation lies in a turn of a transcript."""
    begin = draft.segments[0][0]
    return any(a <= begin < b for turn in spoken for a, b in turn.segments)


def characters(syntax: Syntax, draft: Draft) -> tuple[tuple[int, int], ...]:
    """Return the segments of a draft as characters, without the marks around one all in marks."""
    return tuple(_characters(syntax, draft, begin, end) for begin, end in draft.segments)


def _characters(syntax: Syntax, draft: Draft, begin: int, end: int) -> tuple[int, int]:
    starts = {run.begin: run for run in draft.runs}
    ends = {run.end: run for run in draft.runs}
    first, last = starts.get(begin), ends.get(end)
    if first and first is last:
        text = syntax.text[first.run.start : first.run.end]
        start = first.run.start + len(text) - len(text.lstrip())
        return start, first.run.end - (len(text) - len(text.rstrip()))
    start = first.run.left if first else syntax.starts[begin]
    return start, last.run.right if last else syntax.ends[end - 1]
