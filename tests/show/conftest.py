"""A reading made of hand-made tables: what is shown does not depend on what is found."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from explore.actors.table import ACTORS, MENTIONS
from explore.article import Article, Furniture
from explore.dates.table import COLUMNS as DATES
from explore.events.table import COLUMNS as EVENTS
from explore.quotes.table import COLUMNS as QUOTES
from explore.tables import frame

TEXT = "Xi in <b>Moscow</b>\n\nLast March Xi Jinping met his counterpart and spoke of “a limitless friendship”.\n"


def at(words):
    start = TEXT.index(words)
    return {
        "text": words,
        "start_char": start,
        "end_char": start + len(words),
        "sentence": TEXT.splitlines()[2],
    }


@pytest.fixture
def reading():
    march = {"begin": date(2023, 3, 1), "end": date(2023, 3, 31), "grain": "month"}
    quote = at("a limitless friendship")
    article = Article.from_text(TEXT, title="Xi in <b>Moscow</b>")
    return SimpleNamespace(
        article=type(article)(
            **{name: getattr(article, name) for name in ("text", "paragraphs", "title")},
            source="news.example",
            furniture=(Furniture("Subscribe <now>", "asks to subscribe"),),
        ),
        published=date(2024, 4, 7),
        published_from="inferred",
        published_evidence="A Sunday; Monday and Tuesday are April 8 and 9.",
        published_span=(date(2024, 4, 7), date(2024, 4, 7)),
        dates=frame(
            [at("Last March") | march | {"type": "DATE", "value": "2023-03", "relative": True}], DATES
        ),
        actors=frame([{"name": "Xi Jinping", "kind": "person", "country": "CHN", "mentions": 1}], ACTORS),
        mentions=frame(
            [
                at("Xi Jinping") | {"name": "Xi Jinping", "how": "name"},
                at("his counterpart") | {"name": "Vladimir Putin", "how": "counterpart"},
            ],
            MENTIONS,
        ),
        events=frame(
            [
                at("met")
                | march
                | {"event_id": "e1", "kind": "meeting", "summary": "Xi meets Putin", "status": "happened"}
                | {"participants": ("Xi Jinping", "Vladimir Putin"), "timex": "Last March", "place": "Moscow"}
            ],
            EVENTS,
        ),
        quotes=frame(
            [
                quote
                | {
                    "quote_id": "q1",
                    "kind": "direct",
                    "heading": False,
                    "speaker": "Xi Jinping",
                    "cue": "spoke of",
                }
                | {
                    "said_begin": march["begin"],
                    "said_end": march["end"],
                    "said_grain": "month",
                    "unsure": True,
                }
                | {"segments": ((quote["start_char"], quote["end_char"]),)},
                {
                    "quote_id": "q2",
                    "text": "Without limits",
                    "kind": "direct",
                    "heading": True,
                    "start_char": 1,
                },
            ],
            QUOTES,
        ),
    )
