"""Hand-made tables: a year of diplomacy in a few rows."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from explore.actors.table import MENTIONS
from explore.events.table import COLUMNS as EVENTS
from explore.quotes.table import COLUMNS as QUOTES
from explore.tables import frame


def event(event_id, kind, summary, begin, end, grain, status="happened", who=()):
    return {
        "event_id": event_id,
        "kind": kind,
        "summary": summary,
        "status": status,
        "participants": who,
        "begin": begin,
        "end": end,
        "grain": grain,
        "sentence": f"The report says: {summary}.",
        "start_char": int(event_id[1:]) * 100,
        "sentences": 1,
    }


def quote(quote_id, text, speaker, cue, event_id, begin, end, grain, kind="direct", heading=False):
    return {
        "quote_id": quote_id,
        "text": text,
        "start_char": int(quote_id[1:]) * 100,
        "kind": kind,
        "heading": heading,
        "speaker": speaker,
        "cue": cue,
        "event_id": event_id,
        "said_begin": begin,
        "said_end": end,
        "said_grain": grain,
        "sentence": f"“{text}”, {speaker} {cue}.",
    }


def mention(name, text, start, sentence, how="name"):
    return {
        "name": name,
        "text": text,
        "start_char": start,
        "end_char": start + len(text),
        "how": how,
        "sentence": sentence,
    }


@pytest.fixture
def events():
    """Return a visit planned, a month known, an exact day, a denied meeting and one without a date."""
    return frame(
        [
            event("e1", "visit", "Lavrov visits China", date(2024, 4, 8), date(2024, 4, 9), "day", "planned"),
            event("e2", "visit", "Xi visits Moscow", date(2023, 3, 1), date(2023, 3, 31), "month"),
            event("e3", "statement", "Ministry announces visit", date(2024, 4, 7), date(2024, 4, 7), "day"),
            event(
                "e4", "meeting", "Macron meets Scholz", date(2024, 1, 22), date(2024, 1, 22), "day", "denied"
            ),
            event("e5", "election", "Putin wins election", date(2024, 3, 1), date(2024, 3, 31), "month"),
            event("e6", "protest", "Farmers protest", None, None, None),
        ],
        EVENTS,
    )


@pytest.fixture
def quotes():
    """Return quotes of two speakers, one of an unknown day, and a subheading."""
    march = date(2023, 3, 1), date(2023, 3, 31), "month"
    day = date(2024, 4, 7), date(2024, 4, 7), "day"
    return frame(
        [
            quote(
                "q1", "a visit of great importance to both of our countries", "Mao Ning", "said", "e3", *day
            ),
            quote("q2", "a limitless friendship", "Xi Jinping", "spoke of", "e2", *march, kind="mixed"),
            quote("q3", "Friendship without limits", None, None, None, None, None, None, heading=True),
            quote("q4", "trade will grow", "Mao Ning", "said", None, None, None, None, kind="indirect"),
        ],
        QUOTES,
    )


@pytest.fixture
def mentions():
    """Return two leaders in two sentences, one of them by office, and a spokesperson alone."""
    first, second = "Xi received Putin.", "The Russian president thanked Xi."
    return frame(
        [
            mention("Xi Jinping", "Xi", 0, first),
            mention("Vladimir Putin", "Putin", 12, first),
            mention("Vladimir Putin", "The Russian president", 20, second, "role"),
            mention("Xi Jinping", "Xi", 50, second),
            mention("Mao Ning", "Mao Ning", 60, "Mao Ning confirmed it."),
        ],
        MENTIONS,
    )


@pytest.fixture
def families(quotes):
    """Return the quotes with the two that are one utterance in a family."""
    only_here = pd.Series([(), (), ("without",), ()], dtype=object)
    return quotes.assign(family=[None, "f1", "f1", None], only_here=only_here)
