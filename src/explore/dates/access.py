"""What other rooms ask of the time expressions of a doc: those in a stretch, the one that dates a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.tense import governing_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.dates.timex import Timex


def timexes_in(doc: Doc, start: int, end: int) -> tuple[Timex, ...]:
    """Return the time expressions that lie within characters `start` to `end`, in order."""
    return tuple(t for t in doc._.timexes if t.start_char >= start and t.end_char <= end)


def timex_of(token: Token) -> Timex | None:
    """Return the date or time of the clause a word stands in; None where its clause names none.

    Of several the nearest counts. A clause is what hangs on the same verb.
    """
    verb = token if token.pos_ == "VERB" else governing_verb(token)
    sentence = token.sent
    best: tuple[int, Timex] | None = None
    for timex in timexes_in(token.doc, sentence.start_char, sentence.end_char):
        span = token.doc.char_span(timex.start_char, timex.end_char, alignment_mode="expand")
        if timex.type not in {"DATE", "TIME"} or span is None or governing_verb(span.root) != verb:
            continue
        gap = abs(span.start - token.i)
        if best is None or gap < best[0]:
            best = gap, timex
    return best[1] if best else None
