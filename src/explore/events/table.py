"""The events of a doc as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.tables import DAY, INT, LIST, STR, frame, row_of

if TYPE_CHECKING:
    import pandas as pd
    from spacy.tokens import Doc

COLUMNS = {
    "event_id": STR,
    "kind": STR,
    "type": STR,
    "mode": STR,
    "cameo": STR,
    "summary": STR,
    "status": STR,
    "participants": LIST,
    "countries": LIST,
    "place": STR,
    "begin": DAY,
    "end": DAY,
    "grain": STR,
    "sentence": STR,
    "start_char": INT,
    "end_char": INT,
    "sentences": INT,
    "timex": STR,
    "part_of": STR,
}


def events_table(doc: Doc) -> pd.DataFrame:
    """Return one row per event, in the order of the text."""
    text = text_of(doc)
    return frame(
        (
            {
                **row_of(e),
                "sentence": text[slice(*e.sentences[0])],
                "sentences": len(e.sentences),
            }
            for e in doc._.events
        ),
        COLUMNS,
    )
