"""What earnings stories compare: the quarter they speak of, and the one before, and more months than a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]


def test_the_latest_quarter_has_ended(values: Values) -> None:
    text = "The mill expects a charge in the second quarter. In the latest quarter it earned $3 million, up from "
    text += "$2 million a year ago."
    assert [value for _, value in values(text)] == ["2024-Q2", "2024-Q1", "2023-Q1"]


def test_a_quarter_yet_to_come_is_not_compared(values: Values) -> None:
    text = "The firm will report second-quarter results in July. A year ago, the stock traded at $80."
    assert values(text)[-1] == ("A year ago", "2023")


def test_a_quarter_named_for_comparison_is_not_the_one_spoken_of(values: Values) -> None:
    text = "Profit rose in the first quarter after a flat fourth quarter. It was $2 million in the year-ago period."
    assert [value for _, value in values(text)] == ["2024-Q1", "2023-Q4", "2023-Q1"]


def test_nine_months_are_compared_with_those_of_the_year_before(values: Values) -> None:
    text = "Profit rose in the first quarter.\nIn the nine months it was $9 million, up from $7 million a year earlier."
    text += "\nThe bank earned $2 million in the year-ago quarter."
    assert [value for _, value in values(text)] == ["2024-Q1", "P9M", "2023", "2023-Q1"]
