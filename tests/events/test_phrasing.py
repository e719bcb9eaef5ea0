"""Visits and meetings told without their plain words: capitals, presence, invitations, headlines."""

from datetime import date

import pytest

from explore.article import Article
from explore.reader import prepare

PUBLISHED = date(2023, 3, 22)  # a Wednesday


@pytest.fixture
def events(nlp):
    def events(text):
        return nlp(prepare(nlp, Article.from_text(text, published=PUBLISHED)))._.events

    return events


def kinds(found):
    return [e.kind for e in found]


def test_the_russian_capital_is_moscow(events):
    (visit,) = events(
        "The Chinese leader left the Russian capital on Wednesday after a three-day state visit."
    )
    assert (visit.kind, visit.place, visit.begin, visit.end) == (
        "visit",
        "Moscow",
        date(2023, 3, 20),
        date(2023, 3, 22),
    )


def test_who_was_at_a_place_for_a_meeting_met_and_visited(events):
    text = "On Tuesday Fumio Kishida was in Kyiv for a meeting with President Volodymyr Zelensky."
    visit, meeting = events(text)
    assert (visit.kind, visit.participants, visit.place) == ("visit", ("Fumio Kishida",), "Kyiv")
    assert meeting.participants == ("Fumio Kishida", "Volodymyr Zelensky")
    assert visit.begin == meeting.begin == date(2023, 3, 21)


def test_an_invitation_to_visit_is_a_plan(events):
    (visit,) = events("On Tuesday Xi said that he had invited Vladimir Putin to visit China later this year.")
    assert (visit.kind, visit.status, visit.participants) == ("visit", "planned", ("Vladimir Putin",))


def test_an_invitation_to_join_is_no_visit(events):
    assert "visit" not in kinds(events("Kyiv has invited China to join its peace formula."))


def test_a_topic_in_a_headline_in_capitals_is_no_place(events):
    (meeting,) = events(
        "LAVROV AND WANG HOLD TALKS ABOUT TRADE IN EURASIA\n\nSergei Lavrov met Wang Yi on Tuesday."
    )
    assert meeting.place is None


def test_who_rose_to_speak_called_nobody(events):
    text = "Several guests left the hall when Vladimir Putin rose to speak, among them Jean-Pierre Raffarin."
    assert kinds(events(text)) == []


def test_who_has_not_left_has_not_visited(events):
    found = events("Xi Jinping has not left his country since he visited Myanmar in January 2020.")
    assert [(e.status, e.place) for e in found] == [("happened", "Myanmar")]


def test_the_winter_of_a_name_is_no_day(events):
    text = "Xi Jinping and Vladimir Putin met as the Winter Games opened."
    assert [e.grain for e in events(text)] == ["day"]


STAY = "Xi Jinping left Moscow on Wednesday after a three-day visit. "


def test_a_leaders_host_is_the_leader_of_the_land(events):
    found = events(
        STAY + "He arrived on Monday and spent hours with his host over talks and dinner that evening."
    )
    (meeting,) = [e for e in found if e.kind == "meeting"]
    assert meeting.participants == ("Xi Jinping", "Vladimir Putin")
    assert (meeting.begin, meeting.end, meeting.place) == (date(2023, 3, 20), date(2023, 3, 20), "Moscow")


def test_what_is_signed_at_the_end_of_talks_is_of_their_day(events):
    text = (
        "The formal talks followed on Tuesday in the Kremlin. At the end of them Xi Jinping and "
        "Vladimir Putin signed a joint statement."
    )
    talks, signed = events(text)
    assert talks.participants == signed.participants == ("Xi Jinping", "Vladimir Putin")
    assert talks.begin == signed.begin == date(2023, 3, 21)


def test_the_day_of_the_talks_is_the_day_of_what_happened_on_it(events):
    text = (
        "Xi Jinping met Vladimir Putin in Moscow on Tuesday. On the day of the Moscow talks, Fumio Kishida "
        "was in Kyiv for a meeting with Volodymyr Zelensky."
    )
    assert {e.begin for e in events(text)} == {date(2023, 3, 21)}


def test_a_visit_that_lasted_some_days_needs_no_place(events):
    (visit,) = events("Xi Jinping came. His state visit lasted from 6 to 8 February 2023.")
    assert (visit.kind, visit.begin, visit.end) == ("visit", date(2023, 2, 6), date(2023, 2, 8))


def test_who_sits_down_with_another_meets_him(events):
    (meeting,) = events("Xi Jinping sat down with Vladimir Putin in Samarkand on 15 September 2022.")
    assert (meeting.kind, meeting.begin) == ("meeting", date(2022, 9, 15))


def test_who_is_in_a_capital_for_talks_visits_it(events):
    visit, talks = events("On Tuesday Olaf Scholz was in the Chinese capital for talks with Xi Jinping.")
    assert visit.place == talks.place == "Beijing"


def test_what_somebody_is_called_is_no_phone_call(events):
    found = events("Javier Milei called Luiz Inácio Lula da Silva “corrupt” and “a communist” on Monday.")
    assert "call" not in kinds(found)


def test_the_first_since_is_not_of_that_month(events):
    (visit,) = events("Abiy Ahmed, on his first trip to Nairobi since June 2022, spoke of trade.")
    assert (visit.place, visit.begin) == ("Nairobi", None)


def test_a_summary_calls_people_as_the_article_does(events):
    (meeting,) = events(
        "Luiz Inácio Lula da Silva met Emmanuel Macron in Paris on Monday. Lula smiled. Lula left early."
    )
    assert meeting.summary == "Lula and Macron meet in Paris"
