"""The rarer forms of time expressions, in an article of Monday, 8 April 2024: a form a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]

DAYS = [
    (
        "They struck early on the morning of 5 June 1967.",
        "early on the morning of 5 June 1967",
        "1967-06-05TMO",
    ),
    ("The hall burnt on the night of Friday, March 22.", "the night of Friday, March 22", "2024-03-22TNI"),
    ("It closed on the last day of May 2019.", "the last day of May 2019", "2019-05-31"),
    ("He phoned on Monday last.", "Monday last", "2024-04-01"),
    ("Drones struck the port overnight.", "overnight", "2024-04-07TNI"),
    ("The convoy moved at night.", "night", "XXXX-XX-XXTNI"),
    ("The fort fell in one afternoon.", "one afternoon", "XXXX-XX-XXTAF"),
    ("Troops left on the seventh day.", "the seventh day", "XXXX-XX-XX"),
    ("Peace will one day come.", "one day", "FUTURE_REF"),
    ("One day, he found a letter.", "One day", "XXXX-XX-XX"),
    ("The trip takes one day.", "one day", "P1D"),
    ("It came one day after the vote.", "one day", "P1D"),
    ("Polls close at 0530 hours.", "0530 hours", "2024-04-08T05:30"),
    ("The envoy will speak at 1530 today.", "1530 today", "2024-04-08T15:30"),
    ("He spoke at 18.42 BST, Tuesday 2 April.", "18.42 BST, Tuesday 2 April", "2024-04-02T18:42"),
    ("At 11 this morning the court rose.", "11 this morning", "2024-04-08T11:00"),
    ("It will be shown on Friday the 13th.", "Friday the 13th", "2024-09-13"),
    ("On the 4th the jury retired.", "the 4th", "2024-04-04"),
    ("Wed. April 3 was dry.", "Wed. April 3", "2024-04-03"),
    ("He died on 20-03-2012.", "20-03-2012", "2012-03-20"),
    ("On March the 5th she left.", "March the 5th", "2024-03-05"),
    ("At eight o'clock the bells rang.", "eight o'clock", "2024-04-08T08:00"),
    ("It burnt overnight Thursday.", "overnight Thursday", "2024-04-04TNI"),
    ("Two Fridays ago he sang.", "Two Fridays ago", "2024-03-29"),
    ("He fell on the Friday before last.", "the Friday before last", "2024-03-29"),
    ("She sails on the Friday after next.", "the Friday after next", "2024-04-19"),
    ("A week ago Tuesday he fell.", "A week ago Tuesday", "2024-04-02"),
    ("Last week on Wednesday he fell.", "Last week on Wednesday", "2024-04-03"),
    ("The remaining men fought on the final day.", "the final day", "XXXX-XX-XX"),
    ("He took office last April 28.", "last April 28", "2023-04-28"),
    ("Play was halted at 5.15 on Friday.", "5.15 on Friday", "2024-04-05T05:15"),
    ("They met one Sunday.", "Sunday", "XXXX-WXX-7"),
    ("It is the second day of the talks.", "the second day", "2024-04-08"),
    ("The night before, it had rained.", "The night before", "XXXX-XX-XXTNI"),
    ("The road was closed at Friday noon.", "Friday noon", "2024-04-05T12:00"),
]
PERIODS = [
    ("The class of '98 met again.", "'98", "1998"),
    ("Students rose in May ’68.", "May ’68", "1968-05"),
    ("He left in the summer of '69.", "the summer of '69", "1969-SU"),
    ("Life was hard in the 1800s.", "the 1800s", "18"),
    ("Life was good in the early 2000s.", "the early 2000s", "200"),
    ("By month's end the money was gone.", "month's end", "2024-04"),
    ("The spring offensive failed.", "spring", "2024-SP"),
    ("It rained in June in 1981.", "June in 1981", "1981-06"),
    ("The army planned the 1777 campaigns badly.", "1777", "1777"),
    ("The week before last he was in Rome.", "The week before last", "2024-W13"),
    ("He will go home in a year's time.", "a year's time", "2025"),
    ("She won three years ago tomorrow.", "three years ago tomorrow", "2021-04-09"),
    ("He will go home in 10 days' time.", "10 days' time", "2024-04-18"),
    ("In the March quarter it lost money.", "the March quarter", "2024-Q1"),
    ("The pact was signed in '96.", "'96", "1996"),
    ("The decades-old feud is over.", "decades-old", "PXDE"),
    ("Some died in the first hours of the war.", "the first hours", "PTXH"),
    ("It will close over the next year or so.", "the next year or so", "2025"),
    ("He lied about sales over a three-year period.", "a three-year period", "P3Y"),
    ("Shares fell, bringing the loss for the year to 38 per cent.", "the year", "2024"),
    ("Tourists came home for New Year's.", "New Year's", "2024-01-01"),
    ("The loss grew in Q3'12.", "Q3'12", "2012-Q3"),
    ("Profit rose in 3Q12.", "3Q12", "2012-Q3"),
    ("Profit rose in H1 2013.", "H1 2013", "2013-H1"),
    ("Sales fell in the final quarter of 2012.", "the final quarter of 2012", "2012-Q4"),
    ("It is a five- to seven-year plan.", "five- to seven-year", "P7Y"),
    ("It took 2½ years.", "2½ years", "P2Y6M"),
    ("It was a half-hour show.", "half-hour", "PT30M"),
    ("The peace held for a quarter of a century.", "a quarter of a century", "P25Y"),
    ("Half a century ago it was sand.", "Half a century ago", "1974"),
    ("He waited two dozen years.", "two dozen years", "P24Y"),
    ("The weeklong trip is over.", "weeklong", "P1W"),
    ("She made a months-long trek.", "months-long", "PXM"),
    ("We shall know in a few days' time.", "a few days' time", "FUTURE_REF"),
    ("Stocks rose following a week of losses.", "a week", "P1W"),
    ("It was drafted six to eight weeks ago.", "six to eight weeks ago", "PAST_REF"),
    ("He spent 5 ½ years in jail.", "5 ½ years", "P5Y6M"),
    ("It rings every few minutes.", "every few minutes", "PTXM"),
    ("It was the first two-day closure.", "two-day", "P2D"),
    ("Water flowed there 3.5 billion years ago.", "3.5 billion years ago", "PAST_REF"),
    ("The lake dried up 20,000 years ago.", "20,000 years ago", "PAST_REF"),
    ("People came some 5,000 years ago.", "some 5,000 years ago", "BC2977"),
    ("Life needs three million years.", "three million years", "P3000000Y"),
    ("Sales rose in the first two quarters of 2023.", "the first two quarters of 2023", "2023-H1"),
    ("He may sue in the coming days or weeks.", "the coming days or weeks", "FUTURE_REF"),
    ("It lost money in each of the past three years.", "each of the past three years", "P1Y"),
    ("The board meets every second Tuesday of the month.", "every second Tuesday of the month", "XXXX-WXX-2"),
    ("She sings there every Christmas Day.", "every Christmas Day", "XXXX-12-25"),
    ("The race is run every Patriots' Day.", "every Patriots' Day", "P1Y"),
    ("The war lasted two bloody weeks.", "two bloody weeks", "P2W"),
    ("He spent five long years there.", "five long years", "P5Y"),
    ("Barely a month later came the flood.", "Barely a month later", "XXXX-XX"),
    ("More recently, rivals have gained ground.", "More recently", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), [*DAYS, *PERIODS])
def test_value(values: Values, text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fighting (14 August-24 August) was bitter.", ["2023-08-14", "2023-08-24"]),
        ("Saint Anna (c. 314 – 368) was an abbess.", ["0314", "0368"]),
        ("The battle began on 3 May 410. In 412 he fled.", ["0410-05-03", "0412"]),
        ("He counted 300 to 412 ships in 1990, and in 348 cases none.", ["1990"]),
        ("The shop is open 09:00-17:00.", ["2024-04-08T09:00", "2024-04-08T17:00"]),
        ("The war lasted from 149 B.C. to 146 B.C.", ["BC0149", "BC0146"]),
        ("The fall of the town in 1945 was bloody.", ["1945"]),
        ("They met on the 8th and 9th of May.", ["2023-05-08", "2023-05-09"]),
        ("The shop is open 9am to 5pm Saturday.", ["2024-04-13T09:00", "2024-04-13T17:00"]),
        ("Trade grew in the second and third quarters of 2023.", ["2023-Q2", "2023-Q3"]),
        ("The budget of 2016/17 was passed.", ["2016", "2017"]),
        ("Wages rose in the sixties and seventies.", ["196", "197"]),
        ("The hall burnt on the night of 3-4 May 1999.", ["1999-05-03TNI"]),
        ("The museum is open Mon.-Fri. in winter.", ["XXXX-WXX-1", "XXXX-WXX-5", "2024-WI"]),
        ("They talked on the morning and evening of 3 April.", ["2024-04-03TMO", "2024-04-03TEV"]),
        ("It closed between 8 and 12 June.", ["2023-06-08", "2023-06-12"]),
    ],
)
def test_values(values: Values, text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected
