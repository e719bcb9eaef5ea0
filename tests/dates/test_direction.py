"""Which way a day lies that names no date: by its verb, by the words beside it, by which of two is nearer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]

# All on Monday, 8 April 2024.
NEARER = [
    ("Voters were calm before Tuesday's runoff.", "2024-04-09"),
    ("The party hopes for a strong showing in Wednesday's primary.", "2024-04-10"),
    ("The union remembers Sunday's vote.", "2024-04-07"),
    ("The minister was to arrive in Rome on Sunday.", "2024-04-07"),
    ("The premier will return on Sunday.", "2024-04-14"),
    ("The two are to meet on Sunday.", "2024-04-14"),
    ("The band's new album is out on Friday.", "2024-04-12"),
    ("The fair runs until Sunday.", "2024-04-14"),
    ("The road is closed until Saturday.", "2024-04-13"),
    ("The party called on its friends to boycott Thursday's vote.", "2024-04-11"),
    ("Schools will remain closed Friday.", "2024-04-12"),
    ("The match was postponed on Friday.", "2024-04-05"),
    ("The match was postponed to Friday.", "2024-04-12"),
    ("The rebels promised to reply by Friday.", "2024-04-12"),
    ("He may have left as early as Sunday.", "2024-04-07"),
    ("He may leave as early as Wednesday.", "2024-04-10"),
    ("Farmers are hailing the premier's speech on Sunday.", "2024-04-07"),
    ("Apart from Sunday, the premier seems to be silent.", "2024-04-07"),
    ("The judge postponed the hearing until Sunday.", "2024-04-14"),
    ("The judge has ordered the envoy to appear on Saturday.", "2024-04-13"),
]
PLANS = [
    ("On Sunday, the bishop urged his flock to pray.", "2024-04-07"),
    ("On Friday the union planned to march.", "2024-04-12"),
    ("The union planned a march through the capital on Friday.", "2024-04-12"),
    ("The trial began as planned on Friday.", "2024-04-05"),
    ("The panel was set up on Friday.", "2024-04-05"),
    ("Shares were steady ahead of data due for release Thursday.", "2024-04-11"),
    ("Leaders have arrived for a summit due to open Wednesday.", "2024-04-10"),
    ("The suspect is due in court on Sunday.", "2024-04-14"),
    ("The union has called a strike for Friday.", "2024-04-12"),
    ("The carrier said it would resume flights from Sunday.", "2024-04-14"),
    ("Residents were told to boil their water until Saturday.", "2024-04-13"),
    ("The members will begin to vote on Saturday.", "2024-04-13"),
    ("The envoy, who speaks at a conference on Friday, declined.", "2024-04-12"),
]
BEHIND = [
    ("The spokesman would not say on Friday who would go.", "2024-04-05"),
    ("The coach said here on Thursday that the team would travel.", "2024-04-04"),
    ("She is on her way home after winning the cup Thursday.", "2024-04-04"),
    ("Egypt on Thursday closed the crossing.", "2024-04-04"),
    ("He is believed to have been killed on Thursday.", "2024-04-04"),
]
UNFORESEEN = [
    ("It is still down from the May high of 12 percent.", "2023-05"),
    ("Ministers will discuss Friday's attack on the base.", "2024-04-05"),
    ("They will go on, she said, after the blast of May 28.", "2023-05-28"),
    ("The bonds will convert at a premium over Thursday's closing price.", "2024-04-04"),
    ("Fans will celebrate Friday's win in the square.", "2024-04-05"),
    ("The museum will close after the vote on April 28.", "2024-04-28"),
]
LIMITS = [
    ("The ban was extended to Wednesday.", "2024-04-10"),
    ("The army gave the rebels until Sunday to leave.", "2024-04-14"),
]
PRESENT = [
    ("The vote is on Sunday.", "2024-04-14"),
    ("A report to be published on Saturday says prices fell.", "2024-04-13"),
    ("The report is to be published on Saturday.", "2024-04-13"),
    ("A report due to be published on Saturday says prices fell.", "2024-04-13"),
    ("It is on Saturday that the court will hear him.", "2024-04-13"),
    ("It was on Saturday that the court heard him.", "2024-04-06"),
    ("The law takes effect in February.", "2025-02"),
    ("Retail sales fall in February.", "2024-02"),
]
BADLY_PARSED = [
    ("EU leaders to meet Saturday", "2024-04-13"),
    ("“We stand with them,” Berg said during a speech in Lima Thursday.", "2024-04-04"),
    ("Friday on the channel's “Fox & Friends,” Rep. Mike Berg announced a bill.", "2024-04-05"),
    ("Pollution slick on river to arrive at downstream city Saturday", "2024-04-13"),
]
AFTER = [
    ("A decision could come as early as Sunday.", "2024-04-14"),
    ("They did not know until Friday.", "2024-04-05"),
    ("The film, out on Sunday, was shot in Rome.", "2024-04-14"),
    ("He turns 60 on Sunday.", "2024-04-14"),
    ("Come February, voters will choose a governor.", "2025-02"),
    ("The show of force came before an expected clampdown at the weekend.", "2024-W15-WE"),
    ("The bill would put a measure on the November ballot.", "2024-11"),
    ("France open their season against Peru on June 3.", "2024-06-03"),
    ("“Let's defeat her in November,” she said.", "2024-11"),
    ("She will win in the primaries that follow in June.", "2024-06"),
    ("Bombs killed 40 people during May's election.", "2023-05"),
    ("They outnumber the groups that contested the May poll.", "2023-05"),
    ("The sheikhs called for a boycott of the May election.", "2024-05"),
    ("Following Thursday's debate, the papers were kind.", "2024-04-04"),
    ("He hopes to win this Sunday.", "2024-04-14"),
    ("Teams traded blows over Thursday's fight.", "2024-04-04"),
    ("The party fell apart after the May elections.", "2023-05"),
]
QUARTERS = [
    ("The van will reach Europe in the fourth quarter.", "2024-Q4"),
    ("The bank is to report a profit for the first quarter.", "2024-Q1"),
]
MONTHS = [
    ("The firm changed its name in May.", "2023-05"),
    ("The party boycotts the June vote.", "2024-06"),
    ("Since their win in the May polls the rebels have governed alone.", "2023-05"),
    ("He was due to be freed in February, but a judge kept him.", "2024-02"),
    ("If the cabinet fell in May, a vote would follow.", "2024-05"),
    ("Oil for delivery in May fell a dollar.", "2024-05"),
    ("She made the point again in that May speech.", "2023-05"),
    ("The family was killed on Friday, May 5, in its home.", "2023-05-05"),
    ("The service is on Friday, May 3, at the town hall.", "2024-05-03"),
]


@pytest.mark.parametrize(
    ("text", "value"),
    [*NEARER, *PLANS, *BEHIND, *UNFORESEEN, *LIMITS, *PRESENT, *BADLY_PARSED, *AFTER, *QUARTERS, *MONTHS],
)
def test_a_day_lies_where_its_sentence_puts_it(values: Values, text: str, value: str) -> None:
    assert [v for _, v in values(text)] == [value]


def test_months_of_a_span_follow_one_another(values: Values) -> None:
    assert values("Sales fell from November to February.") == [
        ("November", "2023-11"),
        ("February", "2024-02"),
    ]


def test_what_a_past_length_of_time_ends_with_is_past(values: Values) -> None:
    assert values("In the six months to June 30, it sold 5 million seats.")[-1] == ("June 30", "2023-06-30")


def test_what_is_coordinated_lies_on_one_side(values: Values) -> None:
    assert values("The flights will be cancelled from Thursday to Saturday.") == [
        ("Thursday", "2024-04-11"),
        ("Saturday", "2024-04-13"),
    ]


def test_a_holiday_is_the_nearest_where_its_verb_is_of_something_else(values: Values) -> None:
    text = "As Christmas approached, the shops were empty."
    assert values(text, date(2024, 12, 20)) == [("Christmas", "2024-12-25")]
