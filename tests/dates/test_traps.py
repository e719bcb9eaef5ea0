"""What looks like a time and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]

TRAPS = [
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
]


@pytest.mark.parametrize("text", TRAPS)
def test_no_time(values: Values, text: str) -> None:
    assert values(text) == []
