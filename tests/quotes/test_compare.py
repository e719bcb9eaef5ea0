"""Families: one utterance in other words comes together, like words of another utterance stay apart."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import explore as ex
from explore.quotes.likeness import contradiction, likeness, unmatched


def quotes(*rows):
    """Return a quotes table of (text, speaker, day)."""
    return pd.DataFrame(
        {
            "quote_id": [f"q{i}" for i in range(1, len(rows) + 1)],
            "text": [row[0] for row in rows],
            "speaker": pd.array([row[1] if len(row) > 1 else None for row in rows], dtype="string"),
            "event_id": pd.array([None] * len(rows), dtype="string"),
            "said_begin": pd.to_datetime([row[2] if len(row) > 2 else None for row in rows], utc=True),
            "said_end": pd.to_datetime([row[2] if len(row) > 2 else None for row in rows], utc=True),
        }
    )


def families(*rows, **options):
    """Return the texts of each family."""
    found = ex.compare(quotes(*rows), **options).dropna(subset=["family"])
    return [list(members["text"]) for _, members in found.groupby("family")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Friendship without limits", "a limitless friendship"),
        ("an unlimited friendship", "a friendship that knows no limits"),
        ("the harvest was a catastrophe", "a disastrous harvest"),
        ("we have to defend our fishermen", "our fishermen must be protected"),
        ("The bridge is not closed", "the bridge isn’t closed"),
        ("We will rebuild the port by the spring", "rebuild the port by the spring"),
    ],
)
def test_one_utterance_in_other_words(one, other):
    assert families((one,), (other,)) == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we are leaving the talks", "we are not leaving the talks"),
        ("a justified strike", "an unjustified strike"),
        ("a very good harvest", "a very bad harvest"),
        ("the border will stay open", "the border will stay closed"),
        ("trade with the islands is growing", "anger in the capital is growing"),
    ],
)
def test_like_words_of_another_utterance(one, other):
    assert families((one,), (other,)) == []


def test_what_is_denied_is_a_contradiction():
    assert contradiction("we bluff", "we never bluff") > 0.9
    assert contradiction("no limits", "limitless") == 0


def test_likeness_is_the_same_both_ways():
    a, b = "a free and open sea", "the sea must stay open"
    assert likeness(a, b) == likeness(b, a) > 0


def test_the_words_that_differ():
    assert unmatched("a deep and lasting trust", "lasting trust") == ("deep",)


def test_one_voice_makes_a_family_likelier():
    one, other = "ready for talks at any time", "open to dialogue at any hour"
    apart = families((one, "Ana Petrova"), (other, "Karim Haddad"), threshold=0.35)
    together = families((one, "Ana Petrova"), (other, "Ana Petrova"), threshold=0.35)
    assert (apart, together) == ([], [[one, other]])


def test_a_chain_of_small_changes_does_not_join_its_ends():
    chain = ("rice and wheat", "wheat and barley", "barley and maize", "maize and cotton")
    assert all(len(members) < 3 for members in families(*((text,) for text in chain)))


def test_a_quote_that_stands_alone_has_no_family():
    found = ex.compare(quotes(("Fish is cheap today",), ("The road is long",)))
    assert found["family"].isna().all()
    assert found["likeness"].isna().all()


def test_nothing_to_compare():
    assert ex.compare(quotes()).empty
    assert families(("…",), ("",), ("no",)) == []


def test_the_index_of_the_table_is_kept():
    table = quotes(("the same words",), ("other things said",), ("the same words",)).iloc[[0, 2]]
    assert list(ex.compare(table).index) == [0, 2]
    assert ex.compare(table)["family"].notna().all()


def test_members_side_by_side():
    found = ex.compare(
        quotes(
            ("a limitless friendship", "Xi Jinping", "2023-03-21"),
            ("a new friendship without limits", "Vladimir Putin", "2022-02-04"),
        )
    )
    pair = ex.side_by_side(found).iloc[0]
    assert (pair["left"], pair["right"]) == ("Xi Jinping", "Vladimir Putin")
    assert (pair["only_left"], pair["only_right"]) == ((), ("new",))
    assert list(found["only_here"]) == [(), ("new",)]
    assert list(ex.side_by_side(found, by="said_begin")["right"]) == ["2022-02-04"]


def test_a_model_of_meaning_can_take_the_place_of_words():
    def encode(texts):
        return np.array([[1.0, 0.0] if "boat" in text or "ship" in text else [0.0, 1.0] for text in texts])

    assert families(("a new boat",), ("the latest ship",), ("bread",), model=encode) == [
        ["a new boat", "the latest ship"]
    ]


def test_a_model_that_is_not_installed_is_named():
    with pytest.raises(ex.ExploreError, match=r"embeddings|cannot be loaded"):
        ex.compare(quotes(("a",), ("b",)), model="no/such-model")


def test_another_table_is_refused():
    with pytest.raises(ex.ExploreError, match="speaker"):
        ex.compare(pd.DataFrame({"text": ["a"]}))
