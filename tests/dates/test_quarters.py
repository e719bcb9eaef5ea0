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


def test_a_quarter_of_a_firms_own_year_may_be_compared(values: Values) -> None:
    text = "The firm reported a second-quarter profit of $3 million, up from $2 million a year ago."
    assert values(text)[-1] == ("a year ago", "2023-Q2")


def test_a_quarter_behind_an_article_is_no_second(values: Values) -> None:
    assert values("It was its worst loss in a second quarter since 2019.")[0] == ("second quarter", "2024-Q2")


def test_a_quarter_yet_to_come_is_not_compared(values: Values) -> None:
    text = "The firm will sell the van in the second quarter. A year ago, the stock traded at $80."
    assert values(text)[-1] == ("A year ago", "2023")


def test_a_quarter_named_for_comparison_is_not_the_one_spoken_of(values: Values) -> None:
    text = "Profit rose in the first quarter after a flat fourth quarter. It was $2 million in the year-ago period."
    assert [value for _, value in values(text)] == ["2024-Q1", "2023-Q4", "2023-Q1"]


def test_nine_months_are_compared_with_those_of_the_year_before(values: Values) -> None:
    text = "Profit rose in the first quarter.\nIn the nine months it was $9 million, up from $7 million a year earlier."
    text += "\nThe bank earned $2 million in the year-ago quarter."
    assert [value for _, value in values(text)] == ["2024-Q1", "P9M", "2023", "2023-Q1"]
