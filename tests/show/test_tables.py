"""Tables for readers: few columns, days in words, everything escaped."""

from __future__ import annotations

from explore import show


def test_an_event_reads_as_a_line(reading):
    table = show.events(reading.events)
    assert list(table.columns) == ["when", "words used", "what", "kind", "who", "where", "status", "says so"]
    assert list(table.rows[0])[:5] == [
        "Mar 2023",
        "“Last March”",
        "Xi meets Putin",
        "meeting",
        "Xi Jinping and Vladimir Putin",
    ]


def test_a_quotation_says_who_how_and_when_and_whether_that_is_sure(reading):
    rows = show.quotes(reading.quotes).rows
    assert list(rows[0]) == [
        "Xi Jinping (unsure)",
        "spoke of",
        "“a limitless friendship”",
        "Mar 2023",
        "direct",
    ]


def test_a_quoted_subheading_is_nobodys(reading):
    assert list(show.quotes(reading.quotes).rows[1])[:2] == ["", "subheading"]


def test_a_relative_date_says_that_it_was_worked_out(reading):
    assert "from the article’s day or another date" in show.dates(reading.dates).rows[0]


def test_mentions_by_name_need_no_explanation(reading):
    assert [row[:3] for row in show.mentions(reading.mentions).rows] == [
        ["“his counterpart”", "Vladimir Putin", "counterpart"]
    ]


def test_columns_that_no_row_fills_are_left_out(reading):
    assert "Wikidata" not in show.actors(reading.actors).columns


def test_an_empty_table_says_so(reading):
    table = show.events(reading.events.iloc[:0])
    assert repr(table) == "No event was found."
    assert table._repr_html_() == "<p><em>No event was found.</em></p>"


def test_rows_left_out_are_counted(reading):
    table = show.quotes(reading.quotes, rows=1)
    assert repr(table).endswith("… 1 more")
    assert "… 1 more" in table._repr_html_()


def test_markup_in_a_cell_is_text():
    html = show.Table(["<i>"], [["<script>alert(1)</script>"]])._repr_html_()
    assert "<script>" not in html
    assert "<i>" not in html
