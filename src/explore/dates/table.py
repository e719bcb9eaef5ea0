"""The time expressions of a doc as a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from explore.language import sentence_around
from explore.tables import BOOL, DAY, INT, STR, frame

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
    return frame(
        (
            {**asdict(t), "sentence": sentence_around(doc, t.start_char, t.end_char).text}
            for t in doc._.timexes
        ),
        COLUMNS,
    )
