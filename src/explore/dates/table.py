"""The time expressions of a doc as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.language import sentence_around
from explore.tables import BOOL, DAY, INT, STR, frame, row_of

if TYPE_CHECKING:
    import pandas as pd
    from spacy.tokens import Doc

COLUMNS = {
    "text": STR,
    "start_char": INT,
    "end_char": INT,
    "type": STR,
    "value": STR,
    "begin": DAY,
    "end": DAY,
    "grain": STR,
    "relative": BOOL,
    "sentence": STR,
}


def dates_table(doc: Doc) -> pd.DataFrame:
    """Return one row per time expression, in the order of the text."""
    text = text_of(doc)
    rows = []
    for timex in doc._.timexes:
        sentence = sentence_around(doc, timex.start_char, timex.end_char)
        rows.append({**row_of(timex), "sentence": text[sentence.start_char : sentence.end_char]})
    return frame(rows, COLUMNS)
