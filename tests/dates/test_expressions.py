"""What time expressions mean in an article of Monday, 8 April 2024: one class of the grammar a test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = Callable[..., list[tuple[str, str]]]

DAYS = [
    ("The ministers met on March 22.", "March 22", "2024-03-22"),
    ("He was named chairman, effective June 1.", "June 1", "2024-06-01"),
    ("The treaty was signed on 4 February 2022.", "4 February 2022", "2022-02-04"),
    ("The talks opened on Thursday, March 14, 2024.", "Thursday, March 14, 2024", "2024-03-14"),
    ("He was born on the 3rd of May 1950.", "the 3rd of May 1950", "1950-05-03"),
    ("The log says 2023-10-18.", "2023-10-18", "2023-10-18"),
    ("The visa expires on 13/04/2024.", "13/04/2024", "2024-04-13"),
    ("The contract of 3.5.2001 was void.", "3.5.2001", "2001-05-03"),
    ("Security was tightened after 9/11.", "9/11", "2001-09-11"),
    ("He testified to the Jan. 6 committee.", "Jan. 6", "2021-01-06"),
    ("Shops were full on Black Friday.", "Black Friday", "2023-11-24"),
    ("They will meet again on May 16.", "May 16", "2024-05-16"),
    ("The minister spoke yesterday.", "yesterday", "2024-04-07"),
    ("He will leave the day after tomorrow.", "the day after tomorrow", "2024-04-10"),
    ("She resigned three days ago.", "three days ago", "2024-04-05"),
    ("It opens this coming Sunday, April 14.", "this coming Sunday, April 14", "2024-04-14"),
    ("A year ago today, the bridge fell.", "A year ago today", "2023-04-08"),
    ("The law was passed two years ago this month.", "two years ago this month", "2022-04"),
    ("He died on a Friday.", "Friday", "XXXX-WXX-5"),
    ("They married a year and a half ago.", "a year and a half ago", "2022-10"),
    ("They will celebrate Christmas in Moscow.", "Christmas", "2024-12-25"),
    ("The town celebrated Easter in silence.", "Easter", "2024-03-31"),
    ("In this Jan. 28, 2017, file photo, the envoy waits.", "Jan. 28, 2017", "2017-01-28"),
    ("Voters will go to the polls on Thanksgiving.", "Thanksgiving", "2024-11-28"),
]
WEEKDAYS = [
    ("The envoy arrived on Friday.", "Friday", "2024-04-05"),
    ("The envoy will arrive on Friday.", "Friday", "2024-04-12"),
    ("The ministry said on Monday that talks went well.", "Monday", "2024-04-08"),
    ("The court is scheduled to rule on Thursday.", "Thursday", "2024-04-11"),
    ("Iran on Sunday vowed to reply.", "Sunday", "2024-04-07"),
    ("The vote was held on the last Sunday of March.", "the last Sunday of March", "2024-03-31"),
    ("The vote will be on the second Sunday of May.", "the second Sunday of May", "2024-05-12"),
    (
        "The council meets on the first Tuesday of every month.",
        "the first Tuesday of every month",
        "XXXX-WXX-2",
    ),
    ("They met last Tuesday.", "last Tuesday", "2024-04-02"),
    ("They will meet next Tuesday.", "next Tuesday", "2024-04-09"),
    ("He has waited in the capital since Saturday.", "Saturday", "2024-04-06"),
    ("He arrives on Thursday of next week.", "Thursday of next week", "2024-04-18"),
    ("The firms agreed to buy the maker of vaccines on Friday.", "Friday", "2024-04-05"),
    ("The ministers agreed to meet on Friday.", "Friday", "2024-04-12"),
    ("He will arrive a week on Tuesday.", "a week on Tuesday", "2024-04-16"),
    ("He will arrive Tuesday week.", "Tuesday week", "2024-04-16"),
    ("Until Thursday, they had not called him a suspect.", "Thursday", "2024-04-04"),
    ("The court extended its deadline until Tuesday.", "Tuesday", "2024-04-09"),
]
PERIODS = [
    ("Exports fell last month.", "last month", "2024-03"),
    ("The visit was agreed last week.", "last week", "2024-W14"),
    ("The budget will pass next year.", "next year", "2025"),
    ("The two leaders met last October.", "last October", "2023-10"),
    ("Inflation rose in March.", "March", "2024-03"),
    ("The summit will be held in June.", "June", "2024-06"),
    ("War broke out in February 2022.", "February 2022", "2022-02"),
    ("They met in July last year.", "July last year", "2023-07"),
    ("Growth slowed in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3"),
    ("Profit rose in the first quarter.", "the first quarter", "2024-Q1"),
    ("Their 1982 summer offensive failed.", "1982 summer", "1982-SU"),
    ("The town hosted the 2004 Summer Games.", "2004", "2004"),
    ("The peace was made ca. 466 BC.", "ca. 466 BC", "BC0466"),
    ("During the summer of 1963 U.S. officials flew home.", "the summer of 1963", "1963-SU"),
    ("The price of winter coal rose.", "winter", "XXXX-WI"),
    ("Harvests failed in the summer of 2022.", "the summer of 2022", "2022-SU"),
    ("The wall fell in 1989.", "1989", "1989"),
    ("Trade doubled in the 1990s.", "the 1990s", "199"),
    ("The plan, Vision 2030's critics say, is costly.", "2030", "2030"),
    ("They watched the 2020 elections closely.", "2020", "2020"),
    ("The current quarter has begun well.", "The current quarter", "2024-Q2"),
    ("It was the worst war of the 20th century.", "the 20th century", "19"),
    ("Exports rose in the first half of the year.", "the first half of the year", "2024-H1"),
    ("Exports rose in FY23.", "FY23", "2023"),
    ("Shares fell in the week ending April 5.", "the week ending April 5", "2024-W14"),
    ("Many starved in the winter of 1941-42.", "the winter of 1941-42", "1941-WI"),
    ("Output fell in the first two quarters of 2023.", "the first two quarters of 2023", "2023-H1"),
    ("Output will grow in the second half of 2024.", "the second half of 2024", "2024-H2"),
    ("Wages rose in the late 80s.", "the late 80s", "198"),
    ("The league fought in the 470s BC.", "the 470s BC", "BC047"),
    ("The bishop died on 30 September 420.", "30 September 420", "0420-09-30"),
    ("The city was founded in 480 BC.", "480 BC", "BC0480"),
    ("He was elected in nineteen ninety-seven.", "nineteen ninety-seven", "1997"),
]
TIMES = [
    ("The blast was heard on Friday night.", "Friday night", "2024-04-05TNI"),
    ("The plane will land at 5 p.m. on Tuesday.", "5 p.m. on Tuesday", "2024-04-09T17:00"),
    ("The polls open at 5pm on Tuesday.", "5pm on Tuesday", "2024-04-09T17:00"),
    ("The siren sounded at 06:15.", "06:15", "2024-04-08T06:15"),
    ("It struck in the small hours of Sunday.", "the small hours of Sunday", "2024-04-07TMO"),
    ("The log ends at 2024-04-08T14:30.", "2024-04-08T14:30", "2024-04-08T14:30"),
    ("They talked last night.", "last night", "2024-04-07TNI"),
    ("The session opened at 09:15 GMT.", "09:15 GMT", "2024-04-08T09:15"),
    ("The talks begin at 0400 GMT on Friday.", "0400 GMT on Friday", "2024-04-12T04:00"),
    ("He left at 6pm on Wednesday, 3 April.", "6pm on Wednesday, 3 April", "2024-04-03T18:00"),
    ("The talks ended at 10 pm Friday night.", "10 pm Friday night", "2024-04-05T22:00"),
    ("Silence was kept at 11:00 on Saturday.", "11:00 on Saturday", "2024-04-06T11:00"),
    ("The plane will leave at 4 in the morning.", "4 in the morning", "2024-04-08T04:00"),
    ("They met at 5 o'clock in the afternoon.", "5 o'clock in the afternoon", "2024-04-08T17:00"),
    ("By late afternoon, the square was full.", "late afternoon", "2024-04-08TAF"),
    ("Shares were up at mid-afternoon yesterday.", "mid-afternoon yesterday", "2024-04-07TAF"),
    ("He resigns at noon tomorrow.", "noon tomorrow", "2024-04-09T12:00"),
    (
        "He was shot on the night of Friday, March 22, at home.",
        "the night of Friday, March 22",
        "2024-03-22TNI",
    ),
]
LENGTHS = [
    ("The war has lasted for two years.", "two years", "P2Y"),
    ("He arrived for a three-day visit.", "three-day", "P3D"),
    ("The three-year-old war goes on.", "three-year-old", "P3Y"),
    ("They waited for two-and-a-half years.", "two-and-a-half years", "P2Y6M"),
    ("Sales will double over the next couple of years.", "the next couple of years", "P2Y"),
    ("They spoke for more than four hours.", "more than four hours", "PT4H"),
    ("The siege lasted over nine months.", "over nine months", "P9M"),
    ("The money is paid out over three years.", "three years", "P3Y"),
    ("The dispute has gone on for several months.", "several months", "PXM"),
    ("Prices doubled over the past five years.", "the past five years", "P5Y"),
    ("The truce holds for a fortnight.", "a fortnight", "P2W"),
    ("He has been in jail for a year and a half.", "a year and a half", "P1Y6M"),
    ("He died within weeks or months of his arrest.", "weeks or months", "PXW"),
    ("She waited for half an hour.", "half an hour", "PT30M"),
    ("The repairs will last 18 months.", "18 months", "P18M"),
    ("The trial is expected to last six weeks.", "six weeks", "P6W"),
    ("Two decades of war have ruined the port.", "Two decades", "P20Y"),
]
SETS = [
    ("The council meets every Friday.", "every Friday", "XXXX-WXX-5"),
    ("The paper publishes daily reports.", "daily", "P1D"),
    ("The budget doubles annually.", "annually", "P1Y"),
    ("They talk twice a week.", "twice a week", "P1W"),
    ("The envoys dine on Sundays.", "Sundays", "XXXX-WXX-7"),
]
VAGUE = [
    ("The two sides recently resumed their talks.", "recently", "PAST_REF"),
    ("The army now controls the bridge.", "now", "PRESENT_REF"),
    ("Talks will resume in the coming weeks.", "the coming weeks", "FUTURE_REF"),
    ("Many shares were sold in recent weeks and months.", "recent weeks and months", "PAST_REF"),
    ("Talks go on in the coming days and weeks.", "the coming days and weeks", "FUTURE_REF"),
    ("Trade has grown in recent years.", "recent years", "PAST_REF"),
]


@pytest.mark.parametrize(
    ("text", "words", "value"), [*DAYS, *WEEKDAYS, *PERIODS, *TIMES, *LENGTHS, *SETS, *VAGUE]
)
def test_value(values: Values, text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On April 8 and 9 the minister will pay a visit.",
            [("April 8", "2024-04-08"), ("9", "2024-04-09")],
        ),
        (
            "The minister will be in Beijing Tuesday and Wednesday.",
            [("Tuesday", "2024-04-09"), ("Wednesday", "2024-04-10")],
        ),
        ("The two met on Monday and Tuesday.", [("Monday", "2024-04-01"), ("Tuesday", "2024-04-02")]),
        (
            "They met on April 8th, 9th and 10th.",
            [("April 8th", "2024-04-08"), ("9th", "2024-04-09"), ("10th", "2024-04-10")],
        ),
        (
            "They met on the 12th, 13th and 14th of March.",
            [("the 12th", "2024-03-12"), ("13th", "2024-03-13"), ("14th of March", "2024-03-14")],
        ),
        (
            "He will arrive Monday or Tuesday next week.",
            [("Monday", "2024-04-15"), ("Tuesday next week", "2024-04-16")],
        ),
        (
            "The shop is open 9am to 5pm Saturday.",
            [("9am", "2024-04-13T09:00"), ("5pm Saturday", "2024-04-13T17:00")],
        ),
        (
            "Between 5 and 7 p.m., shots were heard.",
            [("5", "2024-04-08T17:00"), ("7 p.m.", "2024-04-08T19:00")],
        ),
        (
            "Sales rose in the second and fourth quarters of 2023.",
            [("the second", "2023-Q2"), ("fourth quarters of 2023", "2023-Q4")],
        ),
        ("Trade grew in the 18th and 19th centuries.", [("the 18th", "17"), ("19th centuries", "18")]),
        (
            "They met in March, April and May.",
            [("March", "2023-03"), ("April", "2023-04"), ("May", "2023-05")],
        ),
        ("The festival ran from 22-25 April 2019.", [("22", "2019-04-22"), ("25 April 2019", "2019-04-25")]),
        ("He governed in the years 2014–2016.", [("2014", "2014"), ("2016", "2016")]),
        ("He led the orchestra in 1920 – 21, then left.", [("1920", "1920"), ("21", "1921")]),
        ("She sang in the 1950s and 60s.", [("the 1950s", "195"), ("60s", "196")]),
        ("The revolt lasted from 499 to 493 BC.", [("499", "BC0499"), ("493 BC", "BC0493")]),
        (
            "Fighting lasted from March to May 2023.",
            [("March", "2023-03"), ("May 2023", "2023-05")],
        ),
        (
            "They fought from 13 September to 15 October 1951.",
            [("13 September", "1951-09-13"), ("15 October 1951", "1951-10-15")],
        ),
    ],
)
def test_coordinated_expressions_share_what_they_leave_out(
    values: Values, text: str, expected: list[tuple[str, str]]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Putin landed on 16 May 2023. He left two days later.", "two days later", "2023-05-18"),
        ("The treaty was signed on 1 July 1968. Troops left that year.", "that year", "1968"),
        ("In 1982 the plant closed. But the very next year it reopened.", "the very next year", "1983"),
        ("In 1982 the plant closed. Two years later it was sold.", "Two years later", "1984"),
        ("It landed on 3 January 2019. A few weeks later it found water.", "A few weeks later", "XXXX-WXX"),
        ("The siege began on 12 May 2019. That Tuesday, troops left.", "That Tuesday", "2019-05-14"),
        ("The king died on 3 June 1920. The same day the palace burned.", "The same day", "1920-06-03"),
        (
            "They met on Thursday, 4 April. “Our friendship today is strong,” she said. "
            "On the same day, she met the king.",
            "the same day",
            "2024-04-04",
        ),
        (
            "They met on 4 April 2024 in the year of the jubilee. On the same day, she met the king.",
            "the same day",
            "2024-04-04",
        ),
    ],
)
def test_what_is_measured_from_the_day_just_told(values: Values, text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


def test_a_history_follows_its_own_dates(values: Values) -> None:
    text = (
        "The war began in September 1939. Poland fell in October 1939. In April 1940 the army landed in Norway. "
        "In May 1940 it crossed the border. Paris fell in June 1940. In August the bombing began. "
        "In March 1941 it ended."
    )
    assert ("August", "1940-08") in values(text)


def test_an_analysis_full_of_years_is_no_history(values: Values) -> None:
    text = (
        "The party won 30 seats in 2008, 22 in 2012, 18 in 2016 and 12 in 2020. It was founded in 1954. "
        "It has lost members in recent weeks. Its leader resigned last month. In March, it changed its name."
    )
    assert values(text)[-1] == ("March", "2024-03")


def test_a_preview_full_of_years_is_no_history(values: Values) -> None:
    text = (
        "The team won the cup in 1974 and 1990. It lost the final of 2002. It was absent in 1998 and 1982. "
        "It will open its campaign in the capital on June 9."
    )
    assert values(text)[-1] == ("June 9", "2024-06-09")


def test_a_month_between_two_dates_of_a_history_belongs_between_them(values: Values) -> None:
    text = (
        "The army rose on 10 March 1975. Nobody had thought of a victory before the spring of 1976. "
        "On 22 March it took the port. The capital fell on 30 April 1975, and the north took over in May 1975. "
        "The war had begun in 1955. The two halves were one by July 1976."
    )
    assert ("22 March", "1975-03-22") in values(text)


def test_a_glance_aside_does_not_carry_a_history_away(values: Values) -> None:
    text = (
        "The invasion began on 20 March 2003. The port fell on 23 March 2003. A study of November 2008 counted the "
        "dead. On 15 April the army declared victory. The council met on 22 May 2003. It was dissolved in June 2004."
    )
    assert ("15 April", "2003-04-15") in values(text)


def test_a_quarter_is_the_one_that_is_said_to_have_ended(values: Values) -> None:
    text = "Sales rose to $7 million in the quarter ended Oct. 31, from $6 million a year earlier."
    assert [value for _, value in values(text)] == ["2023-Q3", "2023-10-31", "2022-Q3"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("They voted last week.", date(2024, 4, 7), ("last week", "2024-W14")),
        ("They voted last week.", date(2024, 4, 8), ("last week", "2024-W14")),
        ("They met last March.", date(2024, 4, 8), ("last March", "2023-03")),
        ("They met last February.", date(2024, 4, 8), ("last February", "2024-02")),
        ("They met last summer.", date(2024, 8, 23), ("last summer", "2023-SU")),
        ("They met last summer.", date(2024, 9, 23), ("last summer", "2024-SU")),
        ("They met last winter.", date(2024, 1, 20), ("last winter", "2022-WI")),
        ("They will vote this winter.", date(2024, 2, 1), ("this winter", "2023-WI")),
        ("This winter was mild.", date(2024, 3, 21), ("This winter", "2023-WI")),
        ("She will start work in the fall.", date(2024, 9, 3), ("the fall", "2024-FA")),
        ("The king has gone south for the winter.", date(2024, 12, 13), ("the winter", "2024-WI")),
    ],
)
def test_a_period_just_over_is_not_the_last(
    values: Values, text: str, published: date, expected: tuple[str, str]
) -> None:
    assert values(text, published) == [expected]


def test_an_earnings_story_compares_quarters(values: Values) -> None:
    text = "Net profit fell to $3 million in the third quarter of 2023, from $5 million a year earlier."
    assert values(text)[-1] == ("a year earlier", "2022-Q3")


def test_a_year_that_ends_on_a_day_is_no_calendar_year(values: Values) -> None:
    assert values("The firm lost money in the year ended March 31.")[0] == ("the year", "P1Y")


def test_an_article_of_a_noun_behind_is_left_out(values: Values) -> None:
    assert values("They honoured the Feb. 23 accord.") == [("Feb. 23", "2024-02-23")]


def test_days_and_grain_stand_beside_the_value(dated: Callable[..., object]) -> None:
    timex = dated("The two leaders met last October.")._.timexes[0]
    assert (timex.begin.isoformat(), timex.end.isoformat(), timex.grain) == (
        "2023-10-01",
        "2023-10-31",
        "month",
    )


def test_without_a_day_of_publication_it_stays_open(values: Values) -> None:
    assert values("The envoy arrived on Friday.", None) == [("Friday", "XXXX-WXX-5")]
    assert values("They met on March 22.", None) == [("March 22", "XXXX-03-22")]


UNDATED = (
    "The war began in 1988 and ended in 1994. The province voted in 1991. Shelling began in 1992. A truce was signed "
    "in 1994. "
)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Fighting resumed last week.", "last week", "XXXX-WXX"),
        ("Nobody worked last weekend.", "last weekend", "XXXX-WXX-WE"),
        ("They will vote next month.", "next month", "XXXX-XX"),
        ("Two soldiers died on Friday.", "Friday", "XXXX-WXX-5"),
        ("Talks failed last October.", "last October", "XXXX-10"),
        ("The last convoy left two weeks ago.", "two weeks ago", "XXXX-WXX"),
        ("The following year the front moved.", "The following year", "1995"),
        ("The following week the front moved.", "The following week", "XXXX-WXX"),
    ],
)
def test_words_of_the_newsroom_stay_open_in_an_undated_text(
    values: Values, text: str, words: str, value: str
) -> None:
    assert values(UNDATED + text, None)[-1] == (words, value)


def test_that_may_open_what_was_said(values: Values) -> None:
    assert values("He noted that Friday would be wet.") == [("Friday", "2024-04-12")]


def test_a_day_that_does_not_exist_is_none(values: Values) -> None:
    assert values("It was due on February 30, 2023.") == []


def test_it_works_without_a_parse(bare: Values) -> None:
    assert bare("The envoy will arrive on Friday. He left home on 1 April 2024.") == [
        ("Friday", "2024-04-12"),
        ("1 April 2024", "2024-04-01"),
    ]


def test_the_day_after_a_month_is_not_told(values: Values) -> None:
    assert ("that day", "PAST_REF") in values("Prices fell in March. Nobody sold anything that day.")
