"""Whose terms of office a text names: what dates articles without a day."""

from __future__ import annotations

import pytest

from explore.actors.tenures import tenures


def _years(text):
    return [[begin.year for begin, _ in one.terms] for one in tenures(text)]


def test_a_surname_means_every_holder_of_the_office():
    assert _years("President Bush signed the treaty.") == [[1989, 2001]]


def test_an_initial_tells_father_and_son_apart():
    assert _years("President George W. Bush signed the treaty.") == [[2001]]
    assert _years("President George H.W. Bush signed the treaty.") == [[1989]]
    assert _years("President F.W. de Klerk signed it, President de Klerk said.") == [[1989]]


def test_a_middle_initial_more_is_no_other_person():
    assert _years("President George Bush met Secretary of State James Addison Baker.") == [
        [1989, 2001],
        [1989],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ali Mohamed Gedi left for Nairobi.",
        "Foreign minister Mahmud Bakri Osmani spoke first.",
        "President Luis Corrales Nunca waved.",
    ],
)
def test_a_first_name_is_no_surname(text):
    assert all(one.text.count(" ") > 2 for one in tenures(text))


def test_a_surname_ends_before_a_weekday_a_month_and_an_apostrophe():
    for text in (
        "President Obama Monday left.",
        "President Obama March 3.",
        "President Obama's White House.",
    ):
        assert _years(text) == [[2009]]


def test_a_government_of_a_former_president_is_over():
    text = "Former president Kuchma was heard. The Kuchma government had sold it; Leonid Kuchma denied that."
    assert [(one.text, one.former) for one in tenures(text)] == [("president Kuchma", True)]


def test_holders_of_decades_ago_are_known():
    assert _years(
        "Soviet Foreign Minister Eduard A. Shevardnadze met Secretary of State George P. Shultz."
    ) == [
        [1985],
        [1982],
    ]
    assert _years("Prime Minister V.P. Singh and the Indian premier Rajiv Gandhi spoke.") == [[1989], [1984]]


def test_popes_and_honorifics():
    assert _years("Pope John Paul II prayed.") == _years("Pope John Paul Thursday prayed.") == [[1978]]
    assert _years("Pope Benedict prayed.") == _years("Pope Benedict XVI prayed.") == [[2005]]
    assert _years("Prime Minister Sir Julius Chan and Foreign Secretary Sir Geoffrey Howe met.") == [
        [1994],
        [1983],
    ]


def test_a_king_is_no_president_of_the_name():
    assert _years("King Hussein spoke.") == [[1952]]


def test_an_ousted_premier_is_one_no_more():
    assert [one.former for one in tenures("The ousted premier Thaksin Shinawatra flew home.")] == [True]
