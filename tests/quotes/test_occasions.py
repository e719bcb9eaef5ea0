"""When, and on which occasion, something was said."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest


def days(row) -> tuple[str, str]:
    return str(row.said_begin.date()), str(row.said_end.date())


def test_the_day_beside_the_cue(quotes_in):
    quotes = quotes_in("“We are ready,” Sergei Lavrov said on 3 May 2023.")
    assert days(quotes.iloc[0]) == ("2023-05-03", "2023-05-03")


def test_a_day_inside_what_is_said_is_not_when_it_was_said(quotes_in):
    quotes = quotes_in("“We will meet on 3 May 2023,” Sergei Lavrov said.")
    assert pd.isna(quotes["said_begin"][0])


def test_a_weekday_is_resolved_by_the_day_of_publication(quotes_in):
    quotes = quotes_in("“We are ready,” Sergei Lavrov said on Monday.", published=date(2024, 4, 10))
    assert days(quotes.iloc[0]) == ("2024-04-08", "2024-04-08")


def test_on_this_occasion_points_to_the_event_before(quotes_in):
    quotes = quotes_in(
        "Vladimir Putin met Xi Jinping in Beijing in October 2023.\n\n"
        "On this occasion, Xi Jinping spoke of “growing mutual trust” between the two countries."
    )
    assert days(quotes.iloc[0]) == ("2023-10-01", "2023-10-31")
    assert quotes["said_grain"][0] == "month"
    assert not pd.isna(quotes["event_id"][0])


def test_a_visit_in_the_same_sentence_is_the_occasion(quotes_in):
    quotes = quotes_in("In March 2023, Xi Jinping visited Moscow, hailing “a friendship without limits”.")
    assert days(quotes.iloc[0]) == ("2023-03-01", "2023-03-31")


def test_the_same_speaker_goes_on_on_the_same_day(quotes_in):
    quotes = quotes_in(
        "“We are ready,” Sergei Lavrov said on 3 May 2023.\n\n“Nobody has called so far,” Lavrov said."
    )
    assert days(quotes.iloc[1]) == ("2023-05-03", "2023-05-03")


def test_without_evidence_there_is_no_day(quotes_in):
    quotes = quotes_in("“We are ready,” Sergei Lavrov said.", published=date(2024, 4, 10))
    assert pd.isna(quotes["said_begin"][0])


def test_what_a_body_tells_of_talks_was_said_on_their_day(quotes_in):
    quotes = quotes_in(
        "Joe Biden and Xi Jinping spoke by telephone on 2 April 2024.\n\n"
        "The White House said the two presidents agreed to “keep the lines open”."
    )
    assert days(quotes.iloc[0]) == ("2024-04-02", "2024-04-02")
    assert not pd.isna(quotes["event_id"][0])


def test_what_a_third_party_says_of_talks_has_no_day(quotes_in):
    quotes = quotes_in(
        "Joe Biden and Xi Jinping spoke by telephone on 2 April 2024.\n\n"
        "The French government said the two presidents agreed to “keep the lines open”."
    )
    assert pd.isna(quotes["said_begin"][0])


def test_a_statement_that_says_today_in_a_story_of_that_day(quotes_in):
    text = "NATO ministers met in Brussels on Sunday.\n\n“We condemn today this attack,” NATO said in a statement."
    quotes = quotes_in(text, published=date(2024, 4, 7))
    assert days(quotes.iloc[0]) == ("2024-04-07", "2024-04-07")


def test_a_statement_that_says_today_in_a_later_story_has_no_day(quotes_in):
    text = "NATO ministers met in Brussels on Sunday.\n\n“We condemn today this attack,” NATO said in a statement."
    quotes = quotes_in(text, published=date(2024, 4, 9))
    assert pd.isna(quotes["said_begin"][0])


def test_what_is_said_of_talks_to_come_has_no_day(quotes_in):
    quotes = quotes_in(
        "Joe Biden and Xi Jinping spoke by telephone on 2 April 2024.\n\n"
        "The White House said the two presidents would “soon meet again”."
    )
    assert pd.isna(quotes["said_begin"][0])


def test_talks_of_long_ago_give_no_day(quotes_in):
    text = (
        "Joe Biden and Xi Jinping spoke by telephone on 2 April 2024.\n\n"
        "The White House said the two presidents agreed to “keep the lines open”."
    )
    assert pd.isna(quotes_in(text, published=date(2024, 6, 20))["said_begin"][0])


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Lavrov, on his first trip to Nairobi since June 2022, said the talks would be “long and hard”.",
        "“We are not building a wall,” said Sergei Lavrov, who has been in office since June 2023.",
        "President Emmanuel Macron, who has been in office since 2017, said the talks would be “long”.",
        "Sergei Lavrov, a minister since 2004, said the talks would be “long and hard”.",
        "Sergei Lavrov, whose wife fell ill on 29 January 2024, said he would leave “with a heavy heart”.",
        "Sergei Lavrov said before the vote of 5 February 2024 that he left “with a clean conscience”.",
        "For the first time since December 2023, Sergei Lavrov said the talks had been “open”.",
        "Elected in May 2017, Emmanuel Macron said the country was “on the move”.",
        "Although he was elected in May 2017, Emmanuel Macron said the country was “not on the move”.",
    ],
)
def test_a_time_that_belongs_to_something_else_is_not_when_it_was_said(quotes_in, text):
    assert quotes_in(text, published=date(2024, 2, 13))["said_begin"].isna().all()


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Sergei Lavrov said in an interview broadcast on Sunday that talks were “dead”.", "11", "11"),
        ("Sergei Lavrov on Monday said that talks were “dead”.", "12", "12"),
        ("Sergei Lavrov said after talks with Wang Yi on Friday that a deal was “near”.", "09", "09"),
        ("Sergei Lavrov will say in a speech on Thursday that a deal is “near”.", "15", "15"),
        ("Sergei Lavrov had said last week that a deal was near.", "05", "11"),
        ("In a statement issued on Monday, the Kremlin said that a deal was “near”.", "12", "12"),
    ],
)
def test_a_time_of_the_saying_itself(quotes_in, text, begin, end):
    row = quotes_in(text, published=date(2024, 2, 13)).iloc[0]
    assert days(row) == (f"2024-02-{begin}", f"2024-02-{end}")


def test_words_said_before_do_not_get_the_day_of_those_after(quotes_in):
    quotes = quotes_in(
        "Sergei Lavrov said on Monday that a deal was “near”. He had told the envoys that it was “far off”.",
        published=date(2024, 2, 13),
    )
    assert pd.isna(quotes["said_begin"][1])


def test_earlier_talks_of_the_same_people_are_not_the_occasion(quotes_in):
    quotes = quotes_in(
        "Joe Biden met with Xi Jinping in Lima today. The meeting follows their April 2, 2024, telephone call.\n\n"
        "The two leaders stressed the importance of keeping the lines open."
    )
    assert quotes["said_begin"].isna().all()


@pytest.mark.parametrize("setting", ["told the BBC", "said in an interview"])
def test_another_setting_is_another_day(quotes_in, setting):
    quotes = quotes_in(
        f"Sergei Lavrov said on Monday that a deal was “near”. Lavrov {setting} that nobody had called.",
        published=date(2024, 2, 13),
    )
    assert quotes["said_begin"].notna().tolist() == [True, False]


def test_a_person_does_not_get_the_day_of_a_statement_nobody_was_named_for(quotes_in):
    quotes = quotes_in(
        "Speaking on the morning programme on Thursday, the chancellor said: “We took difficult decisions.”\n\n"
        "Annalena Baerbock said households would be “worse off”.",
        published=date(2023, 11, 23),
    )
    assert pd.isna(quotes["said_begin"].iloc[-1])


def test_an_interview_that_was_aired(quotes_in):
    quotes = quotes_in(
        "Emmanuel Macron had told CBS in an interview aired on Sunday that the bloc was “a foe”.",
        published=date(2024, 2, 13),
    )
    assert quotes["text"].tolist() == ["that the bloc was “a foe”"]
    assert days(quotes.iloc[0]) == ("2024-02-11", "2024-02-11")


def test_a_look_back_does_not_date_what_follows(quotes_in):
    quotes = quotes_in(
        "In a letter sent in May 2019, Sergei Lavrov wrote that talks were “dead”.\n\n"
        "Lavrov said there was “no hurry” now."
    )
    assert quotes["said_begin"].notna().tolist() == [True, False]


def test_a_month_that_is_asked_about_dates_no_answer(quotes_in):
    quotes = quotes_in(
        "“There are no plans,” Ana Petrova said when asked whether the two could meet this month.",
        date(2025, 3, 3),
    )
    assert quotes["said_begin"].isna().all() or quotes["said_begin"][0].day != 1
