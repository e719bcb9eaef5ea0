"""Choosing events by who takes part in them."""

from __future__ import annotations

import explore as ex


def test_an_article_without_events_answers_with_an_empty_table():
    reading = ex.read(ex.Article.from_text("The weather in the valley was mild."))
    assert reading.about("RUS").empty
    assert reading.about("Xi Jinping", kind="meeting").columns.equals(reading.events.columns)
