"""What a corpus holds: the tables of its readings, events merged, duplicates once, failures listed."""

from __future__ import annotations

import pandas as pd
import pytest

import explore as ex

NAMES = ("dates", "actors", "mentions", "quotes", "article_events")


def test_tables_are_those_of_each_reading_with_article_id(corpus, records):
    for article in ex.load_all([records[0], records[4]]):
        reading = ex.read(article)
        article_id = corpus.articles.set_index("title")["article_id"][article.title]
        for name in ("dates", "actors", "mentions", "events"):
            table = getattr(corpus, "article_events" if name == "events" else name)
            own = table[table["article_id"] == article_id].drop(columns="article_id").reset_index(drop=True)
            pd.testing.assert_frame_equal(own, getattr(reading, name))


def test_articles_say_what_is_known_of_each(corpus):
    first = corpus.articles.iloc[0]
    assert first["article_id"] == "record-0"
    assert first["title"] == "Putin receives Xi"
    assert first["source"] == "The Wire"
    assert str(first["published"].date()) == "2023-03-21"
    assert first["published_from"] == "metadata"
    assert first["words"] == len(first["text"].split())
    assert len(corpus) == len(corpus.articles) == 4


def test_a_text_that_was_there_before_is_listed_and_counts_once(corpus):
    copy = corpus.articles.iloc[2]
    assert copy["duplicate_of"] == "record-0"
    assert copy["source"] == "The Copy"
    for name in NAMES:
        assert copy["article_id"] not in set(getattr(corpus, name)["article_id"])


def test_what_cannot_be_read_is_a_failure(corpus):
    (failure,) = corpus.failures.to_dict("records")
    assert failure["source"] == "record 3"
    assert failure["reason"] == "the record has no text."
    assert failure["hint"]


def test_an_event_two_articles_tell_stands_once_and_names_both(corpus):
    meetings = corpus.about("RUS", "CHN", kind="meeting")
    assert len(meetings) == 1
    assert meetings["articles"].item() == 2
    assert {member.split("/")[0] for member in meetings["members"].item()} == {"record-0", "record-1"}
    assert len(corpus.article_events) > len(corpus.events)


def test_events_a_quotation_was_said_on_are_those_of_the_corpus(corpus):
    known = set(corpus.events["event_id"])
    assert set(corpus.quotes["event_id"].dropna()) <= known


def test_an_article_comes_out_as_it_was_read(corpus, records, published):
    article = corpus.article("record-0")
    loaded = next(iter(ex.load_all(records)))
    assert (article.text, article.paragraphs, article.title) == (loaded.text, loaded.paragraphs, loaded.title)
    assert (article.published, article.published_from) == (published, "metadata")
    assert article.author is None
    with pytest.raises(ex.ExploreError, match="no article of this id"):
        corpus.article("record-9")


def test_a_corpus_says_in_short_what_is_in_it(corpus):
    assert repr(corpus).startswith("Corpus(four articles: ")
    assert repr(corpus).endswith("; 1 not read)")
    html = corpus._repr_html_()
    assert "The Wire" in html
    assert "21 Mar 2023" in html
    assert "<b>Lavrov" not in html


def test_markup_in_what_failed_is_escaped():
    corpus = ex.read_all(["<img src=x onerror=alert(1)>.txt"])
    assert "<img" not in corpus._repr_html_()


def test_an_empty_corpus_has_all_columns(corpus):
    nothing = ex.read_all([])
    assert repr(nothing) == "Corpus(no articles: no dates, no actors, no events, no quotations)"
    for name in (*NAMES, "events", "articles", "failures"):
        full, empty = getattr(corpus, name), getattr(nothing, name)
        assert list(full.columns) == list(empty.columns)
        assert list(full.dtypes) == list(empty.dtypes), name


def test_what_load_all_takes_read_all_takes(tmp_path, records):
    (tmp_path / "a.txt").write_text(records[0]["text"])
    corpus = ex.read_all(tmp_path)
    assert corpus.articles["article_id"].tolist() == ["a"]


def test_progress_is_silent_where_nobody_looks(capsys, records):
    ex.read_all(records[:1])
    ex.read_all(records[:1], progress=False)
    assert capsys.readouterr() == ("", "")


def test_people_are_counted_by_article(corpus):
    people = corpus.people().set_index("name")
    assert people.loc["Vladimir Putin", ["articles", "quotes"]].tolist() == [2, 1]
    assert people.index[0] in ("Vladimir Putin", "Xi Jinping")
    assert people.loc["Sergei Lavrov", "articles"] == 1


def test_an_event_is_shown_in_the_words_of_each_article(corpus):
    (event_id,) = corpus.about("RUS", "CHN", kind="meeting")["event_id"]
    told = corpus.tellings(event_id)
    assert told["article_id"].tolist() == ["record-0", "record-1"]
    assert told["source"].tolist() == ["The Wire", pd.NA]
    assert told["sentence"].str.contains("met").all()
    with pytest.raises(ex.ExploreError, match="no event of this id"):
        corpus.tellings("e99")
