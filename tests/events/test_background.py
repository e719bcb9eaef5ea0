"""Contacts that an article tells beside its news: earlier ones, those ahead, those that came to nothing."""

from datetime import date

import pytest

import explore as ex
from explore.article import Article


def events(text, published="2024-10-10"):
    table = ex.read(Article.from_text(text).with_published(date.fromisoformat(published))).events
    return [
        (row.kind, row.status, None if row.begin is None or row.begin != row.begin else str(row.begin.date()))
        for row in table.itertuples()
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Sergei Lavrov is due in Ankara on 20 October.", ("visit", "planned", "2024-10-20")),
        ("Sergei Lavrov is expected in Ankara on Friday.", ("visit", "planned", "2024-10-11")),
        ("Sergei Lavrov was in Ankara on Monday.", ("visit", "happened", "2024-10-07")),
        (
            "Emmanuel Macron and Narendra Modi last saw each other in Paris in January.",
            ("meeting", "happened", "2024-01-01"),
        ),
        (
            "Emmanuel Macron and Narendra Modi have not met since the summit in Bali in 2022.",
            ("meeting", "happened", "2022-01-01"),
        ),
        (
            "Tuesday's talks brought together Sergei Lavrov and Wang Yi.",
            ("meeting", "happened", "2024-10-08"),
        ),
        (
            "Reports that Emmanuel Macron had met Vladimir Putin in Rome last week are false.",
            ("meeting", "denied", "2024-09-30"),
        ),
        (
            "Rumours of a meeting between Emmanuel Macron and Vladimir Putin this month are unfounded.",
            ("meeting", "denied", "2024-10-01"),
        ),
        (
            "Emmanuel Macron and Vladimir Putin have no plans to meet in Rome.",
            ("meeting", "denied", None),
        ),
        (
            "Last year's summit in Jakarta, chaired by Joko Widodo in September, ended with a pledge.",
            ("meeting", "happened", "2023-09-01"),
        ),
    ],
)
def test_one_sentence_one_contact(sentence, told):
    assert events(sentence) == [told]


def test_one_verb_may_tell_of_two_days_in_two_places():
    text = "Sergei Lavrov and Wang Yi met in Beijing on 6 April and again in Jakarta last Friday."
    assert events(text) == [("meeting", "happened", "2024-04-06"), ("meeting", "happened", "2024-10-04")]


def test_a_trip_that_was_due_and_then_postponed_is_denied():
    text = "Volodymyr Zelensky had been due in Madrid on 4 October. He postponed that trip."
    assert events(text) == [("visit", "denied", "2024-10-04")]


def test_a_meeting_put_off_does_not_lend_its_day_to_the_one_that_was_held():
    text = (
        "William Ruto met Paul Kagame in Nairobi on Thursday. "
        "The meeting had originally been due on 4 October but was put off."
    )
    assert events(text) == [("meeting", "happened", "2024-10-10"), ("meeting", "denied", "2024-10-04")]


def test_an_occasion_that_is_only_sorted_is_not_told_twice():
    text = "Kyriakos Mitsotakis telephoned Recep Tayyip Erdogan on Monday, his first call to him in months."
    assert events(text) == [("call", "happened", "2024-10-07")]


def test_earlier_in_the_day_is_the_day_told():
    text = (
        "Anwar Ibrahim met Narendra Modi in Vientiane on Tuesday. "
        "Earlier in the day Anwar had held a meeting with Lawrence Wong."
    )
    assert events(text) == [("meeting", "happened", "2024-10-08")] * 2


def test_weekdays_of_what_one_travels_to_lie_ahead():
    text = "Antony Blinken flew to Canada on Wednesday for a meeting with Melanie Joly on Friday."
    assert ("meeting", "planned", "2024-10-11") in events(text)


def test_a_day_told_but_not_known_is_not_taken_from_another_meeting():
    text = (
        "President Joe Biden met President Xi Jinping in Lima today.\n\n"
        "The two leaders took stock of efforts since their summit in Woodside in November 2023."
    )
    table = ex.read(Article.from_text(text)).events
    lima = table[table.place == "Lima"].iloc[0]
    assert lima.begin != lima.begin
    assert lima.timex == "today"


def test_a_house_in_the_town_is_the_same_meeting():
    text = (
        "Antony Blinken met Wang Yi in Beijing on Tuesday. "
        "Blinken met Wang at the Diaoyutai State Guesthouse on Tuesday."
    )
    assert events(text) == [("meeting", "happened", "2024-10-08")]


def test_who_is_at_home_is_no_visitor():
    text = "Antonio Guterres and Volodymyr Zelensky visited Kyiv on Tuesday."
    table = ex.read(Article.from_text(text).with_published(date(2024, 10, 10))).events
    assert table.participants.tolist() == [("António Guterres",)]


def test_an_accord_spoken_of_takes_no_day_of_its_own():
    text = (
        "Iran and Pakistan inked a deal on gas on Monday. "
        "The memorandum was signed by Abbas Araghchi and Ishaq Dar in Tehran."
    )
    assert events(text) == [("agreement", "happened", "2024-10-07")]


def test_a_time_in_an_insertion_is_not_of_what_follows():
    text = (
        "Viktor Orban, whose talks with Kassym-Jomart Tokayev took place on 3 October, "
        "invited Emmanuel Macron to Budapest."
    )
    assert ("visit", "planned", "2024-10-03") not in events(text)


def test_a_report_that_could_not_be_confirmed_tells_no_event():
    assert events("A report that Abbas Araghchi would travel to Doha could not be confirmed.") == []
