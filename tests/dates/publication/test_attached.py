"""What stands beside an occasion: a weekday, "last week's", "five days before"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explore.dates.publication.attached import told_when
from explore.dates.publication.likelihood import day_at
from explore.dates.publication.occasions import occasions

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    Dated = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Donald Trump spoke in Concord on Sunday ahead of Tuesday’s New Hampshire primary. "
            "Hillary Clinton, who won last week's Iowa caucuses, said on Sunday that she would win.",
            date(2016, 2, 7),
        ),
        (
            "Donald Trump thanked his voters on Wednesday after the New Hampshire primary on Tuesday. "
            "Hillary Clinton, who won last week's Iowa caucuses, said on Wednesday that she would win.",
            date(2016, 2, 10),
        ),
    ],
)
def test_a_weekday_beside_an_occasion_tells_the_day(dated: Dated, text: str, day: date) -> None:
    publication = dated(text, None)._.publication
    assert publication.day == day
    assert "New Hampshire primary" in publication.evidence


def test_an_occasion_not_on_the_weekday_that_is_named_is_another(dated: Dated) -> None:
    text = "The ministers spoke after Thursday's New Hampshire primary, which the council held."
    assert "New Hampshire primary" not in (dated(text, None)._.publication.evidence or "")


@pytest.mark.parametrize(
    ("text", "day", "holds"),
    [
        ("They met after last week's New Hampshire primary.", date(2016, 2, 15), True),
        ("They met after last week's New Hampshire primary.", date(2016, 2, 9), False),
        ("They met before next month's New Hampshire primary.", date(2016, 1, 20), True),
        ("They met before next month's New Hampshire primary.", date(2016, 2, 1), False),
        ("She left just five days before the New Hampshire primary.", date(2016, 2, 4), True),
        ("She left just five days before the New Hampshire primary.", date(2016, 2, 8), False),
        ("Two weeks after the New Hampshire primary, she left.", date(2016, 2, 23), True),
        ("They marked the 10th anniversary of Cesar Chavez's death.", date(2003, 4, 20), True),
        ("They marked the ten-year anniversary of Cesar Chavez's death.", date(2003, 9, 20), False),
    ],
)
def test_how_far_away_an_occasion_is_said_to_be(text: str, day: date, holds: bool) -> None:
    (one,) = occasions(text)
    told = told_when(text, one)
    assert told is not None
    assert bool(told[(day - day_at(0)).days]) is holds


def test_days_between_two_occasions_tell_nothing_of_the_day() -> None:
    text = "The caucus will come three days after the New Hampshire primary."
    (one,) = occasions(text)
    assert told_when(text, one) is None


def test_a_name_within_a_longer_one_is_no_occasion_of_its_own() -> None:
    assert [one.text for one in occasions("They recalled Cesar Chavez's death.")] == ["Cesar Chavez's death"]


def test_a_named_day_tells_which_time_is_meant(dated: Dated) -> None:
    text = (
        "Ministers prepared for the Asian Games, which open on Dec. 1, the agency said on Thursday. "
        "Doha is ready, Hu Jintao said, who was in Hanoi for the APEC summit."
    )
    publication = dated(text, None)._.publication
    assert publication.begin is not None
    assert publication.end is not None
    assert date(2006, 1, 1) <= publication.begin <= publication.end <= date(2007, 12, 31)


def test_a_weekday_beside_another_name_of_the_same_occasion(dated: Dated) -> None:
    text = (
        "Britain has voted to leave the European Union, David Cameron said on Friday. "
        "The pound fell after Thursday's Brexit referendum."
    )
    (one,) = occasions(text)
    assert len(one.places) == 2
    assert "Brexit" in text[slice(*one.places[1])]
    assert dated(text, None)._.publication.day in {None, date(2016, 6, 24)}
