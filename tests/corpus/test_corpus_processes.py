"""Several processes read as one does, and what breaks one of them costs one article."""

from __future__ import annotations

import importlib

import pandas as pd
import pytest

import explore as ex
from explore.corpus.schema import TABLES

PLUGIN = """
import os
from spacy.language import Language

@Language.component("breaks_on_a_word")
def breaks_on_a_word(doc):
    if "CRASH" in doc.text:
        os._exit(9)
    if "RAISE" in doc.text:
        raise ValueError("a bad day")
    return doc
"""


@pytest.fixture
def breaking(tmp_path, monkeypatch):
    """Return a pipeline with a component that breaks on certain words, installed as a package would be."""
    (tmp_path / "breaker.py").write_text(PLUGIN)
    info = tmp_path / "breaker-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: breaker\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[spacy_factories]\nbreaks_on_a_word = breaker:breaks_on_a_word\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("breaker")
    nlp = ex.load_language()
    nlp.add_pipe("breaks_on_a_word", last=True)
    nlp.to_disk(tmp_path / "pipeline")
    return str(tmp_path / "pipeline")


@pytest.mark.slow
def test_two_processes_read_as_one_does(records):
    one, two = (ex.read_all(records, processes=processes) for processes in (1, 2))
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(two, name))


@pytest.mark.slow
def test_an_article_that_breaks_its_process_is_one_failure(records, breaking):
    bad = [{"title": "Worse", "text": "The CRASH came on Monday, he said."}]
    bad += [{"title": "Bad", "text": "They RAISE tariffs on Monday, he said."}]
    corpus = ex.read_all([records[0], *bad, records[4]], processes=2, language=breaking)
    assert corpus.articles["article_id"].tolist() == ["record-0", "record-3"]
    assert corpus.failures["source"].tolist() == ["record 1", "record 2"]
    assert "the process that read it stopped (exit code 9)" in corpus.failures["reason"][0]
    assert "a bad day" in corpus.failures["reason"][1]


@pytest.mark.slow
def test_an_article_that_fails_is_one_failure_in_this_process_too(records, breaking):
    bad = {"title": "Bad", "text": "They RAISE tariffs on Monday, he said."}
    corpus = ex.read_all([bad, records[0]], processes=1, language=breaking)
    assert corpus.failures["source"].tolist() == ["record 0"]
    assert len(corpus) == 1


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize(
    "settings",
    [{"language": "no_such_pipeline"}, {"actors": "no-such-table.csv"}, {"events": "no-such-table.csv"}],
)
def test_a_pipeline_or_table_that_is_not_there_is_an_error(records, processes, settings):
    with pytest.raises(ex.ExploreError):
        ex.read_all(records, processes=processes, **settings)


@pytest.mark.parametrize("processes", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_kinds_of_events_of_ones_own_reach_every_process(tmp_path, processes):
    own = tmp_path / "mine.csv"
    own.write_text("kind,word,pos,frame,needs\nlaunch,launch,verb,state,satellite\n", encoding="utf-8")
    record = {"title": "A satellite", "text": "India launched a satellite on 3 May 2024."}
    corpus = ex.read_all([record], processes=processes, events=own)
    assert list(corpus.events["kind"]) == ["launch"]
