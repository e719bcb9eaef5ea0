"""Any text is read: nothing fails, every offset points at its words, every id is there, every view can be made."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import explore as ex
from explore import show
from explore.dates import to_timeml
from explore.events import to_csv, to_ical, to_json, to_timelinejs

TABLES = ("dates", "actors", "mentions", "events", "quotes")
# Names, cues, deeds, days, marks of all kinds, markup, and characters that tear a text apart.
PIECES = (  # noqa: SIM905 - one literal a line would be a page
    "Vladimir Putin|Sergei Lavrov|Wang Yi|the two leaders|his Chinese counterpart|he|they|the ministry|Moscow|"
    "in Vienna|U.S.|said|told reporters that|according to|met|will visit|spoke by phone with|denied that|signed|"
    "on Monday|last October|8 April 2024|2024-02-31|the following day|from 8 to 9 April|in the 1990s|"
    "“|”|\"|'|‘|’|«|»|„|``|,”|.”|?”|—|…|,|.|;|:|(|)|[|[...]|<b>|</p>|<!--|&quot;|**|=1+1|"
    "\n|\n\n|\r\n|\t|\u200b|\u202e|\x0c|\xa0|😀|中国|é|friendship without limits|not|to|of|talks|Q:|PUTIN:|Title"
).split("|")
GLUED = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", ""])), min_size=1, max_size=60)


def visible(text):
    return any(c.isprintable() and not c.isspace() for c in text)


def read(text):
    return ex.read(ex.Article.from_text(text))


def check(reading):
    """Assert what the tables promise of any text."""
    text = reading.article.text
    assert reading.doc.text == text
    for table in (reading.dates, reading.mentions, reading.events, reading.quotes):
        assert (table["start_char"] >= 0).all()
        assert (table["start_char"] < table["end_char"]).all()
        assert (table["end_char"] <= len(text)).all()
    for row in [*reading.dates.to_dict("records"), *reading.mentions.to_dict("records")]:
        assert text[row["start_char"] : row["end_char"]] == row["text"]
    for table, begin, end in (
        (reading.dates, "begin", "end"),
        (reading.events, "begin", "end"),
        (reading.quotes, "said_begin", "said_end"),
    ):
        assert (table[begin].isna() == table[end].isna()).all()
        assert (table[begin].dropna() <= table[end].dropna()).all()
    for row in reading.quotes.to_dict("records"):
        assert (row["start_char"], row["end_char"]) == (row["segments"][0][0], row["segments"][-1][1])
        if not pd.isna(row["speaker_start"]):
            assert text[row["speaker_start"] : row["speaker_end"]] == row["speaker_text"]
    ids = set(reading.events["event_id"])
    assert reading.events["event_id"].is_unique
    assert reading.quotes["quote_id"].is_unique
    assert set(reading.quotes["event_id"].dropna()) | set(reading.events["part_of"].dropna()) <= ids
    assert set(reading.mentions["name"]) <= set(reading.actors["name"])


def written(reading):
    """Assert that everything found can be shown and written, and read again by others."""
    for view in (
        *(show.overview(reading), show.annotated(reading), show.blockquotes(reading.quotes)),
        *(getattr(show, name)(getattr(reading, name)) for name in TABLES),
    ):
        assert repr(view)
        assert "<!--" not in view._repr_html_()
    for name in TABLES:
        table = getattr(reading, name)
        cells = list(csv.reader(io.StringIO(to_csv(table), newline="")))
        assert {len(row) for row in cells} == {len(table.columns)}
        assert len(json.loads(to_json(table))) == len(table)
    assert all(len(line.encode()) <= 75 for line in to_ical(reading.events).split("\r\n"))
    assert to_timelinejs(reading.events)
    ElementTree.fromstring(to_timeml(reading.doc).encode())
    assert ex.side_by_side(ex.compare(reading.quotes)) is not None


@settings(max_examples=40, deadline=None, derandomize=True)
@given(pieces=GLUED)
def test_fragments_of_news_in_any_order_are_read(pieces):
    text = "".join(piece + space for piece, space in pieces)
    if visible(text):
        reading = read(text)
        check(reading)
        written(reading)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(text=st.text(min_size=1, max_size=80).filter(visible))
def test_any_characters_are_read(text):
    check(read(text))


SENTENCE = (
    "Foreign Minister Karl Ott met his Czech counterpart in Vienna on 8 May 2023. “We agreed,” he said. "
)


@pytest.mark.parametrize(
    "text",
    [
        ".",
        "“",
        '"' * 300,
        "“a " * 200,
        "(" * 200 + "Vienna" + ")" * 200,
        "Yes\n" * 300,
        SENTENCE.upper(),
        SENTENCE.lower(),
        SENTENCE.replace(" ", "\t"),
        SENTENCE.replace("“", "<q>").replace("”", "</q>"),
        "31 February 2023, 0000-00-00, 99999999999 days ago, in 5000 BC, the day after 31 December 9999",
        "Karl Ott \ud800 said “yes”.",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_odd_texts_are_read(text):
    reading = read(text)
    check(reading)
    written(reading)


def test_charts_are_made_of_nothing_and_of_everything():
    for text in (".", SENTENCE):
        found = read(text)
        compared = ex.compare(found.quotes)
        for chart in (
            ex.charts.timeline(found.events, found.quotes, found.published),
            ex.charts.quotes_in_time(found.quotes),
            ex.charts.quoted_how_much(found.quotes),
            ex.charts.actors_in_text(found.mentions),
            ex.charts.actors_together(found.mentions),
            ex.charts.quote_families(compared),
        ):
            spec = chart.to_dict()
            assert spec["description"]
            json.dumps(spec, allow_nan=False)


def test_half_a_character_is_replaced_and_offsets_stay():
    assert read("Karl Ott \ud800 left.").article.text == "Karl Ott \ufffd left."
