"""The actors and the mentions of a doc as tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from explore.language import sentence_around
from explore.tables import BOOL, INT, STR, frame

if TYPE_CHECKING:
    import pandas as pd
    from spacy.tokens import Doc

ACTORS = {
    "actor_id": STR,
    "name": STR,
    "kind": STR,
    "country": STR,
    "role": STR,
    "mentions": INT,
    "first_char": INT,
}
MENTIONS = {
    "actor_id": STR,
    "name": STR,
    "text": STR,
    "start_char": INT,
    "end_char": INT,
    "how": STR,
    "unsure": BOOL,
    "sentence": STR,
}


def actors_table(doc: Doc) -> pd.DataFrame:
    """Return one row per actor, in the order of first mention."""
    counts = Counter(i for m in doc._.mentions for i in m.actors)
    first: dict[int, int] = {}
    for mention in doc._.mentions:
        for i in mention.actors:
            first[i] = min(first.get(i, mention.start_char), mention.start_char)
    order = sorted(first, key=lambda i: first[i])
    return frame(
        ({**asdict(doc._.actors[i]), "mentions": counts[i], "first_char": first[i]} for i in order), ACTORS
    )


def mentions_table(doc: Doc) -> pd.DataFrame:
    """Return one row per mention and actor ("the two leaders" are two rows), in the order of the text."""
    return frame(
        (
            {
                **{k: v for k, v in asdict(m).items() if k != "actors"},
                "actor_id": doc._.actors[i].actor_id,
                "name": doc._.actors[i].name,
                "sentence": sentence_around(doc, m.start_char, m.end_char).text,
            }
            for m in doc._.mentions
            for i in m.actors
        ),
        MENTIONS,
    )
