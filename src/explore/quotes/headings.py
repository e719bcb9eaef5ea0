"""Headings in quotation marks: quotations whose speaker comes from the same words further down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explore.quotes.likeness import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.article import Paragraph
    from explore.quotes.draft import Draft
    from explore.quotes.syntax import Syntax, TokenRun

_LINK = 4  # words of a link in capitals
_BELOW = 3  # paragraphs under a heading its words may come again in


def is_heading(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether a run stands in a heading."""
    return syntax.paragraphs[run.run.paragraph].kind != "body"


def is_whole_heading(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether a run is a heading of its own, nothing beside it."""
    paragraph = syntax.paragraphs[run.run.paragraph]
    return (
        is_heading(syntax, run)
        and run.run.right - run.run.left >= paragraph.end_char - paragraph.start_char - 1
    )


def shouted(text: str, paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the lines in capitals between those in small letters: links to other stories, nobody's words."""
    lines = {i: text[p.start_char : p.end_char] for i, p in enumerate(paragraphs)}
    loud = {i for i, line in lines.items() if line.isupper() and len(line.split()) >= _LINK}
    if len(loud) > len(lines) / 2:
        return set()
    return {i for i in loud if paragraphs[i].kind != "title" and not _is_in_marks(lines[i].strip())}


def _is_in_marks(line: str) -> bool:
    return not (line[0].isalnum() or line[-1].isalnum())


def with_speakers(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a quoted heading without a speaker the one who says the same words below it."""
    found = list(drafts)
    for i, draft in enumerate(found):
        if draft.candidate is None and draft.runs and is_heading(syntax, draft.runs[0]):
            wanted = _terms(syntax, draft.runs[0])
            place = draft.runs[0].run.paragraph
            for other in found[i + 1 :]:
                same = [run for run in other.runs if place < run.run.paragraph <= place + _BELOW]
                if other.candidate and wanted and any(_terms(syntax, run) == wanted for run in same):
                    found[i] = replace(draft, candidate=other.candidate, unsure=other.unsure)
                    break
    return found


def _terms(syntax: Syntax, run: TokenRun) -> frozenset[tuple[str, bool]]:
    """Return the telling words of a run, denied or not: "limitless" is the same as "without limits"."""
    return frozenset((term.base, term.denied) for term in terms(syntax.text[run.run.start : run.run.end]))
