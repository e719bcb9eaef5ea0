"""The tables of actors and mentions."""

from __future__ import annotations

import pandas as pd

from explore.actors import actors_table, mentions_table

TEXT = "Vladimir Putin met Xi Jinping. The two leaders talked. Ada Morrow watched."


def test_an_actor_is_one_row_in_the_order_of_the_text(read):
    actors = actors_table(read(TEXT, "2023-03-21").doc)
    assert list(actors["name"]) == ["Vladimir Putin", "Xi Jinping", "Ada Morrow"]
    assert list(actors["mentions"]) == [2, 2, 1]
    assert list(actors["country"].dropna()) == ["RUS", "CHN"]
    assert actors["actor_id"].iloc[0].startswith("Q")


def test_a_name_that_nobody_knows_has_no_id(read):
    actors = actors_table(read(TEXT, "2023-03-21").doc)
    assert pd.isna(actors["actor_id"].iloc[2])


def test_words_for_two_are_two_mentions(read):
    mentions = mentions_table(read(TEXT, "2023-03-21").doc)
    both = mentions[mentions["text"] == "The two leaders"]
    assert list(both["name"]) == ["Vladimir Putin", "Xi Jinping"]
    assert set(both["how"]) == {"role"}
    assert set(both["sentence"]) == {"The two leaders talked."}


def test_a_text_without_anybody_has_empty_tables(read):
    doc = read("It rained.").doc
    assert actors_table(doc).empty
    assert mentions_table(doc).empty
