"""From drafts to quotations: names, the day, the occasion, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.addressee import addressee
from explore.quotes.find import characters, found
from explore.quotes.headings import is_heading
from explore.quotes.occasion import occasions
from explore.quotes.quote import Quote, QuoteKind
from explore.quotes.who import speakers

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from explore.quotes.draft import Draft
    from explore.quotes.naming import Who
    from explore.quotes.syntax import Syntax
    from explore.quotes.talks import Said

# A quotation is direct if at least this share of its words stands in marks (as PolNeAR has it).
DIRECT = 0.95


def quotes_of(doc: Doc) -> tuple[Quote, ...]:
    """Return the quotations of a doc, in the order of the text."""
    syntax, drafts = found(doc)
    named = speakers(syntax, drafts)
    said = occasions(syntax, drafts, named)
    return tuple(
        _quote(syntax, i, draft, who, when)
        for i, (draft, who, when) in enumerate(zip(drafts, named, said, strict=True), start=1)
    )


def _quote(syntax: Syntax, number: int, draft: Draft, who: Who, said: Said) -> Quote:
    segments = characters(syntax, draft)
    candidate = draft.candidate
    cue = candidate.cue if candidate else None
    return Quote(
        quote_id=f"q{number}",
        start_char=segments[0][0],
        end_char=segments[-1][1],
        segments=segments,
        marked=tuple((run.run.start, run.run.end) for run in draft.runs),
        kind=kind_of(syntax, draft),
        heading=bool(draft.runs) and is_heading(syntax, draft.runs[0]),
        speaker=who.name,
        speaker_id=who.actor_id,
        speaker_start=syntax.starts[candidate.begin] if candidate else None,
        speaker_end=syntax.ends[candidate.end - 1] if candidate else None,
        cue_start=None if cue is None else syntax.starts[cue],
        cue_end=None if cue is None else syntax.ends[cue + _goes_on(syntax, cue)],
        addressee=addressee(syntax, draft),
        event_id=said.event_id,
        said_begin=said.begin,
        said_end=said.end,
        said_grain=said.grain,
        unsure=draft.unsure,
    )


def kind_of(syntax: Syntax, draft: Draft) -> QuoteKind:
    """Return direct, mixed or indirect by how many of the words stand in marks; a turn is direct."""
    if draft.spoken:
        return "direct"
    words = [
        i
        for begin, end in draft.segments
        for i in range(begin, end)
        if any(c.isalnum() for c in syntax.lower[i])
    ]
    marked = sum(any(run.begin <= i < run.end for run in draft.runs) for i in words)
    if not marked:
        return "indirect"
    return "direct" if marked >= DIRECT * len(words) else "mixed"


def _goes_on(syntax: Syntax, cue: int) -> bool:
    """Say whether a cue is one of two words: "according to"."""
    return syntax.lower[cue] == "according" and syntax.lower[cue + 1 : cue + 2] == ["to"]
