"""What holds for every chart: no warning from Vega, words for those who cannot see it, one picture in any zone."""

from __future__ import annotations

import base64
import os
import time

import pytest
import vl_convert as vlc

from explore import charts
from explore.charts.renderer import MIME, SCHEMA, render

BUILDERS = {
    "timeline": (charts.timeline, "events"),
    "quote_families": (charts.quote_families, "families"),
    "quotes_in_time": (charts.quotes_in_time, "quotes"),
    "quoted_how_much": (charts.quoted_how_much, "quotes"),
    "actors_in_text": (charts.actors_in_text, "mentions"),
    "actors_together": (charts.actors_together, "mentions"),
}


@pytest.fixture(params=BUILDERS)
def drawn(request):
    """Return a chart's builder and the table it draws."""
    build, table = BUILDERS[request.param]
    return build, request.getfixturevalue(table)


def pixels(spec, version="6.4"):
    return vlc.vegalite_to_png(spec, vl_version=version)


def test_vega_has_nothing_to_warn_of(drawn, capfd):
    build, table = drawn
    for rows in (table, table.iloc[:1], table.iloc[:0]):
        spec = build(rows).to_dict()
        vlc.vegalite_to_vega(spec, vl_version="6.4", show_warnings=True)
        vlc.vegalite_to_vega({**spec, "$schema": SCHEMA}, vl_version="5.8", show_warnings=True)
    assert "WARN" not in "".join(capfd.readouterr())


def test_old_and_new_vega_lite_draw_the_same(drawn):
    build, table = drawn
    spec = build(table).to_dict()
    assert pixels(spec) == pixels({**spec, "$schema": SCHEMA}, "5.8")


def test_every_time_zone_sees_the_same_picture(drawn, monkeypatch):
    build, table = drawn
    pictures = set()
    for zone in ("UTC", "America/New_York", "Asia/Tokyo"):
        monkeypatch.setitem(os.environ, "TZ", zone)
        time.tzset()
        pictures.add(pixels(build(table).to_dict()))
    monkeypatch.undo()
    time.tzset()
    assert len(pictures) == 1


def test_a_chart_says_in_words_what_it_shows(drawn):
    build, table = drawn
    data, _ = render(build(table).to_dict())
    assert len(data["text/plain"]) > 40
    assert data["text/plain"] == data[MIME]["description"]


def test_an_empty_table_gives_a_chart_that_says_so(drawn):
    build, table = drawn
    assert build(table.iloc[:0]).to_dict()["description"].startswith("No ")


def test_the_bundle_holds_a_live_chart_and_a_still_and_no_html(drawn):
    build, table = drawn
    data, metadata = render(build(table).to_dict())
    assert set(data) == {MIME, "image/png", "text/plain"}
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert metadata[MIME]["embed_options"] == {"actions": False, "renderer": "svg"}
