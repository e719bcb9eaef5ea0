"""Titles without a name: who held the office on the day spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from explore.actors import holder


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        ("RUS", "president", date(2010, 5, 9), "Dmitry Medvedev"),
        ("RUS", "president", date(2012, 5, 9), "Vladimir Putin"),
        ("IRN", "president", date(2022, 1, 19), "Ebrahim Raisi"),
        ("USA", "secretary of state", date(2014, 3, 5), "John Kerry"),
        ("CHN", "leader", date(2012, 12, 20), "Xi Jinping"),
        ("CHN", "president", date(2012, 12, 20), "Hu Jintao"),
        ("European Union", "foreign policy chief", date(2015, 7, 14), "Federica Mogherini"),
        ("European Commission", "president", date(2022, 3, 1), "Ursula von der Leyen"),
    ],
)
def test_an_office_is_held_at_a_date(country, office, day, name):
    assert holder(country, office, day).name == name


def test_an_office_after_its_last_known_date_is_unsure():
    assert holder("RUS", "president", date(2035, 1, 1)).unsure


def test_an_office_that_changed_hands_within_the_span_has_no_holder():
    assert holder("USA", "president", date(2025, 1, 1), until=date(2025, 1, 31)) is None
