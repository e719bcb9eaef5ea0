"""What looks like a time and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]

TRAPS = [
    "The firm is enabling over 100 ad serving clients to grow.",
    "There are few roles for women in their mid-50s.",
    "The $6.99-a-month service is stocked with films.",
    "A GTX 1660 costs more than a GTX 1080.",
    "He sent Christmas cards to all of them.",
    "He scored at 7:14 of the first period.",
    "The annual budget was voted down.",
    "The average daily volume was low.",
    "On days when prices fall, nobody buys.",
    "It is only a matter of weeks.",
    "Today's youth reads less.",
    "The shares fell in after-hours trading.",
    "It was the third attack in as many days.",
    "The king was crowned on this day in a storm.",
    "For the strikers it is high noon.",
    "Theresa May said the deal was dead.",
    "The talks may be difficult.",
    "The story was printed in the Sun.",
    "Soldiers march through the square.",
    "The March on Washington drew huge crowds.",
    "The home side won 7-0.",
    "Call 202-555-0147 for tickets.",
    "The fund paid $1,999 for the car.",
    "More than 2,000 people marched.",
    "About 2000 people were killed.",
    "The 24-year-old striker scored.",
    "She is 52 years old.",
    "The plant costs $2 million a year.",
    "Thus the matter was closed.",
    "Three-quarters of the voters agreed.",
    "He lives at 1600 Pennsylvania Avenue.",
    "Security Council Resolution 1701 was ignored.",
    "They scored in the third quarter of the match.",
    "Three quarters of voters agreed.",
    "He moved to an office on the 8th floor.",
    "Soldiers fired on marchers on Bloody Sunday.",
    "She was named player of the year.",
    "Highs will be in the 90s.",
    "They lost the set 10:12 in the end.",
    "Her second book sold well.",
    "Prices fall when demand is weak.",
    "The spring in the clock broke.",
    "The minister will sit for the exam as soon as possible.",
    "The story was first printed in USA Today.",
    "The envoy spoke on ABC's “This Week” about the talks.",
    "The Sunday Times published the letters.",
    "She writes a column for the Mail on Sunday.",
    "He was a guest on Saturday Night Live.",
    "The March to Versailles is well remembered.",
    "The table is on pages 1990-1999.",
    "The home side led after the second quarter of a wild game.",
    "Half the moon is lit in the first quarter of the cycle.",
    "The spring water was clear.",
    "The November 17 group claimed the attack.",
    "The euro was quoted at 1.1752-1754 dollars.",
    "The town paid a lot (1721 million dollars) for it.",
    "Inquiries: 02-751-1500.",
    "Valencia v Real Mallorca (2000)",
    "He scored a century in the first innings.",
    "He wrote that spring had come.",
    "He was criticised in some quarters.",
    "Licensing hours are long.",
    "The good old days are over.",
    "Hayden hit his fifth century of the series.",
    "The film is by 21st Century Fox.",
    "The paper looks at where each may thrive.",
    "She ran the mile in 7:58.66.",
    "Unemployment of young men is in the mid-30s.",
    "Some 18,000 couples wed in secret.",
    "They drove up the Going-to-the-Sun Road.",
]


@pytest.mark.parametrize(
    ("text", "value"),
    [("The October Revolution shook them.", "XXXX-10"), ("The crew recalled Black September.", "XXXX-09")],
)
def test_the_name_of_an_event_tells_no_year(values: Values, text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_the_stamp_of_an_entry_is_no_year(values: Values) -> None:
    text = "1230 GMT: The plant was attacked. 1415: Troops are on their way."
    assert values(text) == [("1230 GMT", "2024-04-08T12:30")]
    assert values("1415: A great battle was fought.") == [("1415", "1415")]


@pytest.mark.parametrize("text", TRAPS)
def test_no_time(values: Values, text: str) -> None:
    assert values(text) == []
