"""Counterparts: the holder of the antecedent's office in the named country, at the date."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "day", "name"),
    [
        ("Sergei Lavrov will meet his Chinese counterpart.", "his Chinese counterpart", "2024-04-08", "Wang Yi"),
        ("Vladimir Putin met his Chinese counterpart.", "his Chinese counterpart", "2023-10-18", "Xi Jinping"),
        ("Xi Jinping met his Indian counterpart.", "his Indian counterpart", "2019-10-11", "Narendra Modi"),
        ("Wang Yi met his Russian counterpart.", "his Russian counterpart", "2023-09-18", "Sergei Lavrov"),
        ("Antony Blinken called his German counterpart.", "his German counterpart", "2023-09-18", "Annalena Baerbock"),
        ("Fumio Kishida met his Irish counterpart.", "his Irish counterpart", "2022-07-20", "Micheál Martin"),
    ],
)  # fmt: skip
def test_a_counterpart_holds_the_same_office(read, text, words, day, name):
    found = read(text, day)
    assert found.who(words) == name
    assert found.how(words) == "counterpart"


def test_a_counterpart_with_a_name_is_that_name(read):
    found = read("Keir Starmer and his Canadian counterpart Justin Trudeau spoke.", "2024-11-08")
    assert found.who("his Canadian counterpart Justin Trudeau") == "Justin Trudeau"


def test_somebody_s_counterpart_is_the_owner_s(read):
    found = read("Emmanuel Macron spoke. Macron's Ukrainian counterpart asked for arms.", "2022-03-01")
    assert found.who("Ukrainian counterpart") == "Volodymyr Zelensky"


def test_a_counterpart_of_nobody_is_left_open(read):
    assert read("A visitor met his Chinese counterpart.").who("his Chinese counterpart") is None


def test_a_counterpart_named_after_a_comma_is_that_name(read):
    found = read("Joe Biden spoke. His Swedish counterpart, Peter Holm, listened.", "2021-06-16")
    assert found.who("His Swedish counterpart") == "Peter Holm"
