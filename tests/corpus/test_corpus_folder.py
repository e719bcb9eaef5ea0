"""A corpus in a folder: saved, opened, gone on with, and the same however often it was stopped."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import explore as ex
from explore.corpus.schema import TABLES

MANY = [
    {
        "title": f"Day {n}",
        "text": f"Xi Jinping met Vladimir Putin in Moscow on {1 + n % 28} March 2023. It was round {n}.",
    }
    for n in range(48)
]
# What a shell starts in the background is deaf to Ctrl-C, and so are its children unless they ask.
RUN = """
import json, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
import explore as ex
corpus = ex.read_all(json.loads(sys.stdin.read()), folder=sys.argv[1], processes=int(sys.argv[2]))
print(len(corpus), corpus.complete)
"""


def same(one, other):
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def start(folder, processes):
    """Start a script that has no main guard and reads many articles into a folder."""
    import json

    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(folder), str(processes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    process.stdin.write(json.dumps(MANY))
    process.stdin.close()
    process.stdin = None
    return process


def wait_for_a_part(folder, process):
    while not list(folder.glob("parts/*.zip")) and process.poll() is None:
        time.sleep(0.02)


def test_a_saved_corpus_is_opened_as_it_was(corpus, tmp_path):
    corpus.save(tmp_path / "kept")
    same(corpus, ex.Corpus.open(tmp_path / "kept"))
    participants = pq.read_schema(tmp_path / "kept" / "events.parquet").field("participants")
    assert str(participants.type) == "list<element: string>"


def test_a_corpus_opened_can_be_saved_elsewhere_and_gone_on_with(corpus, records, tmp_path):
    corpus.save(tmp_path / "one")
    ex.Corpus.open(tmp_path / "one").save(tmp_path / "two")
    parts = sorted((tmp_path / "two" / "parts").iterdir())
    same(ex.read_all(records, folder=tmp_path / "two"), corpus)
    assert sorted((tmp_path / "two" / "parts").iterdir()) == parts


def test_a_folder_without_a_corpus_says_so(tmp_path):
    with pytest.raises(ex.ExploreError, match="there is no corpus"):
        ex.Corpus.open(tmp_path)


@pytest.mark.parametrize("name", ["corpus.json", "events.parquet"])
def test_a_damaged_corpus_says_so(corpus, tmp_path, name):
    corpus.save(tmp_path)
    (tmp_path / name).write_bytes(b"no longer")
    with pytest.raises(ex.ExploreError, match="damaged"):
        ex.Corpus.open(tmp_path)


def test_tables_of_two_runs_are_not_mixed(corpus, tmp_path, records):
    corpus.save(tmp_path / "one")
    ex.read_all(records[:1]).save(tmp_path / "two")
    (tmp_path / "one" / "events.parquet").replace(tmp_path / "two" / "events.parquet")
    with pytest.raises(ex.ExploreError, match="not finished"):
        ex.Corpus.open(tmp_path / "two")


def test_only_what_is_new_or_changed_is_read_again(tmp_path, records):
    ex.read_all(records[:2], folder=tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "parts").iterdir()}
    changed = [
        {**records[0], "source": "Another"},
        {**records[1], "text": records[1]["text"] + " They agreed."},
    ]
    corpus = ex.read_all([records[4], *changed], folder=tmp_path)
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "parts").iterdir()}
    assert before.items() <= after.items()
    (new,) = set(after) - set(before)
    from explore.corpus.batch import unpacked

    assert len(unpacked(new.read_bytes(), "readings")) == 2
    assert corpus.articles["source"].tolist() == [pd.NA, "Another", pd.NA]
    same(corpus, ex.read_all([records[4], *changed]))


def test_a_corpus_kept_among_its_articles_is_not_read_as_articles(tmp_path, records):
    (tmp_path / "a.txt").write_text(records[0]["text"])
    for _ in range(2):
        corpus = ex.read_all(tmp_path, folder=tmp_path / "corpus")
        assert corpus.articles["article_id"].tolist() == ["a"]
        assert corpus.failures.empty


def test_a_part_that_is_damaged_is_read_again(tmp_path, records):
    corpus = ex.read_all(records[:2], folder=tmp_path)
    (part,) = (tmp_path / "parts").iterdir()
    part.write_bytes(part.read_bytes()[:200])
    same(corpus, ex.read_all(records[:2], folder=tmp_path))


def test_cells_that_a_spreadsheet_would_run_are_text(tmp_path, records):
    record = {"title": '=HYPERLINK("http://evil.example")', "text": records[0]["text"], "source": "@SUM(1)"}
    ex.read_all([record]).to_csv(tmp_path)
    with (tmp_path / "articles.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert row["title"].startswith("'=")
    assert row["source"].startswith("'@")


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 2])
def test_work_that_was_killed_goes_on_and_ends_the_same(tmp_path, processes):
    killed = start(tmp_path / "killed", processes)
    wait_for_a_part(tmp_path / "killed", killed)
    killed.kill()
    killed.communicate()
    kept = list((tmp_path / "killed" / "parts").glob("*.zip"))
    assert kept
    with pytest.raises(ex.ExploreError, match="not finished"):
        ex.Corpus.open(tmp_path / "killed")
    # What a kill in the middle of writing leaves.
    (tmp_path / "killed" / "parts" / "half.zip.new").write_bytes(b"PK")
    corpus = ex.read_all(MANY, folder=tmp_path / "killed", processes=2)
    assert all(path.exists() for path in kept)
    assert not list((tmp_path / "killed" / "parts").glob("*.new"))
    same(corpus, ex.read_all(MANY, folder=tmp_path / "whole", processes=1))
    for name in TABLES:
        file = f"{name}.parquet"
        assert (tmp_path / "killed" / file).read_bytes() == (tmp_path / "whole" / file).read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals as on Unix")
@pytest.mark.parametrize("processes", [1, 2])
def test_ctrl_c_returns_what_is_done(tmp_path, processes):
    stopped = start(tmp_path, processes)
    wait_for_a_part(tmp_path, stopped)
    stopped.send_signal(signal.SIGINT)
    out, err = stopped.communicate(timeout=60)
    number, complete = out.split()
    assert 0 < int(number) < len(MANY), err
    assert complete == "False"
    assert Path(tmp_path / "parts").is_dir()
