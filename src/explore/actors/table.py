"""The actors and the mentions of a doc as tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.language import sentence_around
from explore.tables import BOOL, INT, STR, frame, row_of

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
    actors = doc._.actors
    counts = Counter(i for m in doc._.mentions for i in m.actors)
    first: dict[int, int] = {}
    for mention in doc._.mentions:
        for i in mention.actors:
            first[i] = min(first.get(i, mention.start_char), mention.start_char)
    order = sorted(first, key=lambda i: first[i])
    return frame(
        ({**row_of(actors[i]), "mentions": counts[i], "first_char": first[i]} for i in order), ACTORS
    )


def mentions_table(doc: Doc) -> pd.DataFrame:
    """Return one row per mention and actor ("the two leaders" are two rows), in the order of the text."""
    actors, text = doc._.actors, text_of(doc)
    rows = []
    for mention in doc._.mentions:
        sentence = sentence_around(doc, mention.start_char, mention.end_char)
        told = {**row_of(mention), "sentence": text[sentence.start_char : sentence.end_char]}
        rows += [{**told, "actor_id": actors[i].actor_id, "name": actors[i].name} for i in mention.actors]
    return frame(rows, MENTIONS)
