"""The command line: what it prints, where, and how it refuses."""

from __future__ import annotations

import csv
import io
import json

import pytest

import explore
from explore.cli import main

TEXT = """Talks in Vienna

VIENNA, 4 May 2023 — Foreign ministers met in Vienna on Thursday to speak of grain and of ships.

“We agreed on a great deal today,” said the Austrian foreign minister, Alexander Schallenberg. He will travel to Kyiv next week.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def explored(*arguments):
    """Run the command and return its exit code."""
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    return stopped.value.code or 0


def test_version(capsys):
    assert explored("--version") == 0
    assert capsys.readouterr().out == f"explore {explore.__version__}\n"


def test_reading_shows_the_title_and_what_was_found(article, capsys):
    assert explored("read", article) == 0
    assert "Talks in Vienna" in capsys.readouterr().out


def test_json_holds_the_text_and_every_table(article, capsys):
    assert explored("read", article, "--json", "--published", "2023-05-04") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["published"] == "2023-05-04"
    assert {"text", "dates", "actors", "mentions", "events", "quotes"} <= set(found)


def test_csv_writes_one_file_a_table(article, tmp_path):
    assert explored("read", article, "--csv", tmp_path / "out") == 0
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == [
        "actors",
        "dates",
        "events",
        "mentions",
        "quotes",
    ]


def test_a_formula_in_an_article_is_text_in_the_csv(tmp_path):
    path = tmp_path / "formula.txt"
    path.write_text(
        'The minister spoke on Monday.\n\n"=1+1 is what we agreed on in Vienna," said John Smith.\n'
    )
    explored("read", path, "--csv", tmp_path / "out")
    for table in (tmp_path / "out").iterdir():
        with table.open(encoding="utf-8", newline="") as file:
            assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "@", "+"))]


@pytest.mark.parametrize("command", [["read"], ["report"]])
@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.txt", None), ("empty.txt", b""), ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200))],
)
def test_what_cannot_be_read_is_refused_in_one_line(command, name, content, tmp_path, capsys):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert explored(*command, path) == 2
    out, err = capsys.readouterr()
    refusals = [line for line in err.splitlines() if line.startswith("explore: ")]
    assert len(refusals) == 1
    assert name in refusals[0]
    assert "Traceback" not in err
    assert out == ""


def test_a_folder_that_is_not_there_is_refused_before_the_work(article, tmp_path, capsys):
    assert explored("report", article, "-o", tmp_path / "nowhere" / "out.html") == 2
    assert "running" not in capsys.readouterr().err


def test_the_terminal_is_not_steered_by_an_article(tmp_path, capsys):
    path = tmp_path / "escape.txt"
    path.write_text(
        "Minister \x1b[31mred\x1b[0m and \u202ereversed talks\n\nThe [bold]minister[/bold] met him on Monday.\n"
    )
    explored("read", path)
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_lab_lays_the_notebooks_out(tmp_path, capsys):
    assert explored("lab", tmp_path, "--no-open") == 0
    assert (tmp_path / "notebooks" / "02_timeline.ipynb").is_file()
    assert (tmp_path / "data" / "articles" / "lavrov-china-2024.txt").is_file()


@pytest.mark.parametrize("command", ["read", "report", "lab"])
def test_every_command_has_help(command, capsys):
    assert explored(command, "--help") == 0
    assert len(capsys.readouterr().out) > 200


def test_a_folder_is_read_article_by_article(article, tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("")
    assert explored("read", tmp_path, "--csv", tmp_path / "out", "--keep", tmp_path / ".kept") == 0
    captured = capsys.readouterr()
    assert "empty.txt: there is no text in it." in captured.err
    with (tmp_path / "out" / "articles.csv").open(newline="", encoding="utf-8") as file:
        assert [row["article_id"] for row in csv.DictReader(file)] == ["talks"]
    assert explored("read", tmp_path / "out" / "articles.csv", "--json") == 0
    assert [row["title"] for row in json.loads(capsys.readouterr().out)["articles"]] == ["Talks in Vienna"]


def test_the_day_of_publication_is_for_one_article(article, tmp_path):
    assert explored("read", tmp_path, "--published", "2023-05-04") == 2


def test_no_name_is_not_the_folder_one_stands_in(capsys):
    assert explored("read", "") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1


def test_a_folder_with_nothing_to_read_is_an_error(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("")
    assert explored("read", tmp_path) == 2
    assert "empty.txt: there is no text in it." in capsys.readouterr().err


def test_a_paste_comes_on_standard_input(article, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(article.read_bytes()), encoding="utf-8"))
    assert explored("read", "-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["text"]


def test_people_and_events_of_ones_own_are_read(tmp_path, capsys):
    text, own = tmp_path / "a.txt", tmp_path / "mine.csv"
    text.write_text("India launched a satellite on 3 May 2024, the agency said.", encoding="utf-8")
    own.write_text("kind,word,pos,frame,needs\nlaunch,launch,verb,state,satellite\n", encoding="utf-8")
    assert explored("read", text, "--json", "--events", own) == 0
    assert [e["kind"] for e in json.loads(capsys.readouterr().out)["events"]] == ["launch"]
