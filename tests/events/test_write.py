"""What a reading found goes to other programs, in the form the file name says."""

import json

import pytest

import explore as ex
from explore.errors import ExploreError


@pytest.fixture(scope="module")
def reading():
    return ex.read(ex.Article.from_text("Narendra Modi met Xi Jinping in Kazan on 23 October 2024."))


@pytest.mark.parametrize(
    ("name", "begins"), [("e.csv", "event_id"), ("e.ics", "BEGIN:VCALENDAR"), ("e.json", "[")]
)
def test_the_ending_says_the_form(reading, tmp_path, name, begins):
    path = reading.write_events(tmp_path / name)
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_a_timelinejs_sheet_is_asked_for_by_name(reading, tmp_path):
    path = reading.write_events(tmp_path / "sheet.csv", form="timelinejs")
    assert path.read_text(encoding="utf-8").startswith("Year,Month,Day")


def test_json_holds_the_row(reading, tmp_path):
    (row,) = json.loads(reading.write_events(tmp_path / "e.json").read_text(encoding="utf-8"))
    assert (row["begin"], row["place"], row["countries"]) == ("2024-10-23", "Kazan", ["IND", "CHN"])


def test_an_unknown_form_says_what_there_is(reading, tmp_path):
    with pytest.raises(ExploreError, match=r"\.pdf.*\.csv"):
        reading.write_events(tmp_path / "e.pdf")


def test_kinds_of_ones_own_come_by_one_file_and_are_read_anew_when_it_changes(tmp_path):
    own = tmp_path / "mine.csv"
    article = ex.Article.from_text("India launched a satellite on 3 May 2024.")
    own.write_text("kind,word,pos,frame,needs\nlaunch,launch,verb,state,satellite\n", encoding="utf-8")
    assert list(ex.read(article, events=own).events.kind) == ["launch"]
    own.write_text("kind,word,pos,frame,needs\nspace,launch,verb,state,satellite\n", encoding="utf-8")
    assert list(ex.read(article, events=own).events.kind) == ["space"]


def test_a_status_that_is_none_is_named(tmp_path):
    own = tmp_path / "mine.csv"
    own.write_text("kind,word,pos,frame,status\nlaunch,launch,verb,state,maybe\n", encoding="utf-8")
    with pytest.raises(ExploreError, match="status"):
        ex.read(ex.Article.from_text("India launched a satellite."), events=own)
