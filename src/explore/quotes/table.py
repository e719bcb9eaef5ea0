"""The quotations of a doc as a table."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from explore.columns import text_of
from explore.language import paragraph_spans, sentence_around
from explore.tables import BOOL, DAY, INT, LIST, STR, frame, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from spacy.tokens import Doc

    from explore.quotes.quote import Quote

COLUMNS = {
    "quote_id": STR,
    "text": STR,
    "start_char": INT,
    "end_char": INT,
    "segments": LIST,
    "marked": LIST,
    "own_words": STR,
    "kind": STR,
    "heading": BOOL,
    "speaker": STR,
    "speaker_id": STR,
    "speaker_text": STR,
    "speaker_start": INT,
    "speaker_end": INT,
    "cue": STR,
    "cue_start": INT,
    "cue_end": INT,
    "addressee": STR,
    "event_id": STR,
    "said_begin": DAY,
    "said_end": DAY,
    "said_grain": STR,
    "unsure": BOOL,
    "sentence": STR,
    "paragraph": INT,
}


def quotes_table(doc: Doc) -> pd.DataFrame:
    """Return one row per quotation, in the order of the text; `paragraph` counts from 0."""
    text = text_of(doc)
    begins = [paragraph.start_char for paragraph in paragraph_spans(doc)]
    return frame((_row(doc, text, begins, quote) for quote in doc._.quotes), COLUMNS)


def _row(doc: Doc, text: str, begins: Sequence[int], quote: Quote) -> dict[str, Any]:
    sentence = sentence_around(doc, quote.start_char, quote.end_char)
    return {
        **row_of(quote),
        "text": " ".join(text[a:b].strip() for a, b in quote.segments),
        "own_words": " … ".join(text[a:b].strip() for a, b in quote.marked) or None,
        "speaker_text": None
        if quote.speaker_start is None
        else text[quote.speaker_start : quote.speaker_end],
        "cue": None if quote.cue_start is None else text[quote.cue_start : quote.cue_end],
        "sentence": text[sentence.start_char : sentence.end_char],
        "paragraph": max(0, bisect_right(begins, quote.start_char) - 1),
    }
