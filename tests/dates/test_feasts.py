"""Feasts of other calendars, in an article of Monday, 8 April 2024."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explore.dates.feasts import feasts, hebrew_new_year, hijri, orthodox_easter

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Prices rose during Ramadan.", "Ramadan", "2024-03-11/2024-04-09"),
        ("They will celebrate Eid al-Fitr in peace.", "Eid al-Fitr", "2024-04-09/2024-04-11"),
        ("Orthodox Easter will be quiet.", "Orthodox Easter", "2024-05-05"),
        ("Hanukkah 2023 was dark.", "Hanukkah 2023", "2023-12-07/2023-12-15"),
        ("War broke out on Yom Kippur 1973.", "Yom Kippur 1973", "1973-10-06"),
        ("He returned before the Lunar New Year.", "Lunar New Year", "2024-02-10"),
        ("Markets were closed for Diwali in 2022.", "Diwali in 2022", "2022-10-24"),
        ("Turnout on Election Day 2020 was high.", "Election Day 2020", "2020-11-03"),
        ("He was away on New Year’s Eve.", "New Year’s Eve", "2023-12-31"),
        ("The rising began at Easter in 1916.", "Easter in 1916", "1916-04-23"),
    ],
)
def test_value(values: Values, text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text", ["Tariq Ramadan spoke.", "The Tet offensive was beaten back.", "He lent them money."]
)
def test_no_feast(values: Values, text: str) -> None:
    assert values(text) == []


def test_first_and_last_day(dated: Callable[..., object]) -> None:
    timex = dated("Prices rose during Ramadan.")._.timexes[0]
    assert (timex.begin, timex.end, timex.grain) == (date(2024, 3, 11), date(2024, 4, 9), "month")


def test_an_open_feast(values: Values) -> None:
    assert values("Prices rose during Ramadan.", None) == [("Ramadan", "XXXX-XX-XX")]


def test_a_year_can_have_a_feast_twice() -> None:
    assert [last.month for _, last in feasts("shawwal -1 1", 2000)] == [1, 12]


def test_known_days() -> None:
    assert hijri(1446, 9, 1) == date(2025, 3, 1)
    assert [hebrew_new_year(year) for year in (5783, 5785)] == [date(2022, 9, 26), date(2024, 10, 3)]
    assert [orthodox_easter(year) for year in (2022, 2023, 2025)] == [
        date(2022, 4, 24),
        date(2023, 4, 16),
        date(2025, 4, 20),
    ]
