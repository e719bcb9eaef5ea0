"""Names that are no person's by the words around them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The talks were on Building High-Quality Trade Partnership, Usher in a New Era for Growth.",
        "The tanker MV Eurydice was hijacked off Somalia on Monday.",
        "The judges upheld the ruling in Doe versus Garner on Monday.",
        "Satellite images by the intelligence firm Stratton show a new runway.",
        "She has been MP for Makerton since 2019.",
        "In interviews he calls the president “Papa Ruslan” and laughs.",
    ],
)
def test_what_is_a_firm_a_ship_a_case_or_a_slogan_is_no_person(read, text):
    assert read(text).persons == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Last Winter of the Lighthouse\n\nBy Cora Doyle\n\nThe lamp went out in May.", "Cora Doyle"),
        ("Sharon Street argues that morals evolved.", "Sharon Street"),
    ],
)
def test_a_name_in_a_byline_or_with_an_odd_surname_is_one(read, text, name):
    assert read(text).persons == [name]


def test_a_headline_that_begins_with_man_names_nobody(read):
    assert read("Man, 34, charged over bakery fire\n\nA man was charged on Sunday.").persons == []


def test_democratic_forces_are_no_army(read):
    assert read("The leader of the Belarusian democratic forces was in Warsaw.").names[:1] != [
        "Belarusian Armed Forces"
    ]
