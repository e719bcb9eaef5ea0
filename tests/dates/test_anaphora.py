"""What is measured from what was told before: the previous Friday, two weeks later, the same month last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The index lost 3 percent on Friday, and 5 percent from the previous Friday.",
            "the previous Friday",
            "2024-03-29",
        ),
        (
            "The talks began on March 5 and resumed the following Tuesday.",
            "the following Tuesday",
            "2024-03-12",
        ),
        (
            "The talks began in March 2019 and failed the following October.",
            "the following October",
            "2019-10",
        ),
        ("The harvest was poor in March. Two weeks later the price rose.", "Two weeks later", "2024-WXX"),
        ("The war broke out in 1914. Two days later it reached the coast.", "Two days later", "XXXX-XX-XX"),
        (
            "The dam broke in December 2019. Two weeks later it was mended.",
            "Two weeks later",
            "XXXX-WXX",
        ),
        (
            "Orders rose 9 percent in February from a year earlier, after 4 percent in the previous month.",
            "the previous month",
            "2024-01",
        ),
        ("Exports grew 3 percent from the same period last year.", "the same period last year", "2023"),
        ("The rebels took the port last week. Two days later they left.", "Two days later", "2024-XX-XX"),
        ("Two days earlier, they had taken the port.", "Two days earlier", "XXXX-XX-XX"),
        (
            "Its chief died in 2006. On Friday, its new chief was arrested. A day later, he was freed.",
            "A day later",
            "2024-04-06",
        ),
        (
            "Its new chief was arrested on Friday. The old chief died in 2006. A day later, the group split.",
            "A day later",
            "XXXX-XX-XX",
        ),
        ("He was freed on bail the next day.", "the next day", "XXXX-XX-XX"),
        (
            "The law was passed on 3 May 2010. In the next month, the ministers will decide.",
            "the next month",
            "2024-05",
        ),
        (
            "The law was passed on 3 May 2010. In the next month, the ministers met twice.",
            "the next month",
            "2010-06",
        ),
        ("He left the following morning.", "the following morning", "XXXX-XX-XXTMO"),
        (
            "Sales rose in the first quarter from the same quarter of 2022.",
            "the same quarter of 2022",
            "2022-Q1",
        ),
        ("In the second half of last year, exports fell.", "the second half of last year", "2023-H2"),
        ("The poet sailed home. A year later, he was dead.", "A year later", "XXXX"),
        ("He joined the ministry in the year he returned.", "the year", "XXXX"),
        ("The party met this weekend in Rome.", "this weekend", "2024-W14-WE"),
        ("He met her in 2009. That summer they moved to Rome.", "That summer", "2009-SU"),
        ("They met in Rome in February 2019. They last spoke on February 5.", "February 5", "2024-02-05"),
        ("He met her on the island. That summer was hot.", "That summer", "XXXX-SU"),
        ("The prize is given in the last weekend of the festival.", "the last weekend", "XXXX-WXX-WE"),
        ("Sales in March rose from the same month last year.", "the same month last year", "2023-03"),
        ("Profit rose in the first quarter from last year's quarter.", "last year's quarter", "2023-Q1"),
    ],
)
def test_it_is_measured_from_what_was_told(values: Values, text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He toured Peru from 4 to 6 March 2021. The king saw him on 5 March.", "5 March", "2021-03-05"),
        ("In May 1962 he flew to Moscow. She wrote home on 11 May.", "11 May", "1962-05-11"),
        ("In May 1962 he flew to Moscow. She wrote home on 11 June.", "11 June", "XXXX-06-11"),
        (
            "He left on Friday, 3 May 2019. In June she met him. He was ill the next day.",
            "the next day",
            "XXXX-XX-XX",
        ),
    ],
)
def test_a_month_told_with_its_year_tells_it_of_the_days_behind(
    values: Values, text: str, words: str, value: str
) -> None:
    assert (words, value) in values(text, None)


def test_the_second_day_is_the_one_it_stands_beside(values: Values) -> None:
    text = "She was elected on Wednesday, the second day of the talks."
    assert values(text) == [("Wednesday", "2024-04-03"), ("the second day", "2024-04-03")]


def test_what_came_later_is_not_ahead(values: Values) -> None:
    text = "The firm was sold on Friday. A year and a half later the buyer left."
    assert values(text)[-1] == ("A year and a half later", "XXXX")


def test_what_has_happened_that_evening_is_not_of_a_day_ahead(values: Values) -> None:
    text = "The hall burnt on Friday. A vigil is planned for Sunday. The show that evening was cancelled."
    assert values(text)[-1] == ("that evening", "2024-04-05TEV")


def test_later_in_the_day_is_of_the_day_told(values: Values) -> None:
    text = "Two bodies were found on Sunday, and a couple was rescued later in the day."
    assert values(text) == [("Sunday", "2024-04-07"), ("later in the day", "2024-04-07")]
    text = "The bomb went off on Friday.\n\nThe king flew home.\n\nHe had met the envoy earlier in the day."
    assert values(text)[-1] == ("earlier in the day", "2024-04-08")


def test_a_caption_tells_its_weekdays(values: Values) -> None:
    text = "Students march against Sunday's raid in Lima, Peru, April 3, 2024."
    assert values(text) == [("Sunday", "2024-03-31"), ("April 3, 2024", "2024-04-03")]


def test_an_hour_is_not_of_a_day_that_only_limits_or_names(values: Values) -> None:
    text = "Shares are up 6 percent since Feb. 1. Data are due at 1230 GMT."
    assert values(text)[-1] == ("1230 GMT", "2024-04-08T12:30")
    text = "The September 21, 1999 quake killed 2,400. Trains were halted until 12:30 p.m."
    assert values(text)[-1] == ("12:30 p.m.", "2024-04-08T12:30")


def test_an_hour_with_a_line_of_its_own_is_of_today(values: Values) -> None:
    text = "The premier lost his seat in the vote on March 8.\n\n2:00 p.m.\n\nVoters stand in line."
    assert values(text)[-1] == ("2:00 p.m.", "2024-04-08T14:00")


def test_the_month_is_the_one_told(values: Values) -> None:
    text = "Output rose in February. Energy prices fell 2 percent in the month."
    assert values(text) == [("February", "2024-02"), ("the month", "2024-02")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Play was halted on Friday and resumes at noon.", "2024-04-08T12:00"),
        ("The vote is on Sunday. A man was shot at 9 p.m. outside his home.", "2024-04-08T21:00"),
        ("The group met on Friday. It met again at 9 p.m.", "2024-04-05T21:00"),
        ("He will report on Sunday. The rate is set every day at 11 a.m.", "XXXX-XX-XXT11:00"),
    ],
)
def test_an_hour_is_of_a_day_on_its_side_of_today(values: Values, text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_an_hour_in_the_next_entry_is_of_today(values: Values) -> None:
    text = "The premier will meet her rival on Thursday.\nThe vote was due at 4pm, but was put off."
    assert values(text)[-1] == ("4pm", "2024-04-08T16:00")


def test_a_time_of_day_is_of_the_day_told_behind_it(values: Values) -> None:
    assert values("The bridge fell at about 10:35 a.m. (0735 GMT) on Friday.") == [
        ("about 10:35 a.m.", "2024-04-05T10:35"),
        ("0735 GMT", "2024-04-05T07:35"),
        ("Friday", "2024-04-05"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two people died in fighting overnight.", "2024-04-07TNI"),
        ("Rain will fall overnight.", "2024-04-08TNI"),
        ("Keep the dough in a cold place overnight.", "XXXX-XX-XXTNI"),
    ],
)
def test_overnight_is_the_night_just_over_or_the_next(values: Values, text: str, value: str) -> None:
    assert values(text) == [("overnight", value)]
