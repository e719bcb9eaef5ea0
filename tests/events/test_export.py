"""An events table for other programs."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest

from explore.events import to_csv, to_ical, to_json, to_timelinejs
from explore.events.table import COLUMNS
from explore.tables import frame

STAMP = datetime(2024, 4, 7, 12, 0, tzinfo=UTC)


@pytest.fixture
def events():
    rows = [
        {
            "event_id": "e1",
            "kind": "visit",
            "summary": "Lavrov to visit China",
            "status": "planned",
            "participants": ("Sergei Lavrov",),
            "countries": ("RUS", "CHN"),
            "place": "Beijing; China",
            "begin": date(2024, 4, 8),
            "end": date(2024, 4, 9),
            "grain": "day",
            "sentence": "He will visit China, the ministry said — “a long visit” that nobody had foreseen, <b>it</b> added.",
        },
        {
            "event_id": "e2",
            "kind": "meeting",
            "summary": "Xi and Putin meet",
            "status": "happened",
            "participants": ("Xi Jinping", "Vladimir Putin"),
            "begin": date(2023, 3, 1),
            "end": date(2023, 3, 31),
            "grain": "month",
            "sentence": "=HYPERLINK(1)",
        },
        {"event_id": "e3", "kind": "call", "status": "denied", "summary": "No call"},
    ]
    return frame(rows, COLUMNS)


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_csv_keeps_formulas_from_running(events):
    rows = list(csv.DictReader(io.StringIO(to_csv(events))))
    assert rows[1]["sentence"] == "'=HYPERLINK(1)"
    assert rows[0]["begin"] == "2024-04-08"
    assert rows[0]["countries"] == "RUS; CHN"
    assert rows[2]["begin"] == ""


def test_json_gives_lists_days_and_nulls(events):
    rows = json.loads(to_json(events))
    assert rows[1]["participants"] == ["Xi Jinping", "Vladimir Putin"]
    assert rows[2]["begin"] is None


def test_calendar_days_are_all_day_with_an_exclusive_end(events):
    lines = unfolded(to_ical(events, stamp=STAMP))
    assert "DTSTART;VALUE=DATE:20240408" in lines
    assert "DTEND;VALUE=DATE:20240410" in lines
    assert "LOCATION:Beijing\\; China" in lines
    assert "STATUS:TENTATIVE" in lines


def test_calendar_says_when_only_the_month_is_known(events):
    lines = unfolded(to_ical(events, stamp=STAMP))
    assert "SUMMARY:Xi and Putin meet (March 2023)" in lines
    assert any("Known only to the month: March 2023" in line for line in lines)
    assert "DTEND;VALUE=DATE:20230401" in lines


def test_calendar_lines_are_at_most_75_octets_and_end_in_crlf(events):
    text = to_ical(events, stamp=STAMP)
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


def test_calendar_leaves_undated_events_out_and_is_the_same_twice(events):
    text = to_ical(events, stamp=STAMP)
    assert text.count("BEGIN:VEVENT") == 2
    assert text == to_ical(events, stamp=STAMP)


def test_timelinejs_leaves_unknown_days_empty_and_escapes(events):
    rows = list(csv.DictReader(io.StringIO(to_timelinejs(events))))
    assert len(rows) == 2
    assert (rows[1]["Year"], rows[1]["Month"], rows[1]["Day"]) == ("2023", "3", "")
    assert rows[1]["Display Date"] == "March 2023"
    assert (rows[0]["Day"], rows[0]["End Day"]) == ("8", "9")
    assert "&lt;b&gt;" in rows[0]["Text"]


def test_a_path_is_written_to(events, tmp_path):
    text = to_ical(events, tmp_path / "events.ics", stamp=STAMP)
    assert (tmp_path / "events.ics").read_bytes().decode() == text
