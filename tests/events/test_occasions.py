"""Who was at an occasion, and which words, far or near, say when it was: sentences that once went wrong."""

from datetime import date

import pytest

from explore.article import Article
from explore.reader import prepare

PUBLISHED = date(2024, 4, 7)  # a Sunday


@pytest.fixture
def read(nlp):
    def read(text, published=PUBLISHED):
        return nlp(prepare(nlp, Article.from_text(text, published=published)))._.events

    return read


def only(events, kind):
    found = [e for e in events if e.kind == kind]
    assert len(found) == 1, [(e.kind, e.summary) for e in events]
    return found[0]


def test_those_who_speak_during_a_call_held_it(read):
    text = (
        "During a long telephone conversation, Vladimir Putin and Emmanuel Macron had an exchange of views."
    )
    call = only(read(text), "call")
    assert set(call.participants) == {"Vladimir Putin", "Emmanuel Macron"}
    assert call.begin == PUBLISHED


def test_whom_somebody_told_something_in_a_call_was_on_the_line(read):
    call = only(read("Emmanuel Macron told Vladimir Putin in a telephone call that Paris was ready."), "call")
    assert set(call.participants) == {"Emmanuel Macron", "Vladimir Putin"}


def test_talks_on_a_visit_that_has_begun_are_still_ahead(read):
    text = (
        "Vladimir Putin arrived in China at the invitation of Xi Jinping. "
        "During his visit, Vladimir Putin will hold talks on trade."
    )
    events = read(text)
    visit, talks = only(events, "visit"), only(events, "meeting")
    assert (visit.status, talks.status, talks.part_of) == ("happened", "planned", visit.event_id)
    assert set(talks.participants) == {"Vladimir Putin", "Xi Jinping"}
    assert talks.begin == PUBLISHED


def test_talks_that_came_before_have_no_day(read):
    text = "Following peace talks in Istanbul, Turkey, the governments of Afghanistan and Pakistan agreed to a ceasefire."
    talks = only(read(text), "meeting")
    assert (talks.status, talks.begin) == ("happened", None)


def test_a_visit_was_cancelled_by_who_would_have_gone(read):
    text = "Those leaks angered Dilma Rousseff, who canceled a visit to Washington in protest."
    visit = only(read(text), "visit")
    assert (visit.status, visit.participants) == ("denied", ("Dilma Rousseff",))


def test_a_summit_is_held_where_its_clause_says(read):
    text = "Narendra Modi will attend a summit to be held in Astana in July 2024."
    summit = only(read(text), "meeting")
    assert (summit.place, summit.begin, summit.status) == ("Astana", date(2024, 7, 1), "planned")


def test_a_three_day_visit_that_begins_on_a_day_ends_two_days_later(read):
    text = "Emmanuel Macron left Paris on Tuesday, April 2, 2024 for a three-day state visit to China."
    visit = only(read(text), "visit")
    assert (visit.begin, visit.end) == (date(2024, 4, 2), date(2024, 4, 4))
    assert set(visit.countries) == {"FRA", "CHN"}


def test_a_leader_level_call_is_of_the_leaders(read):
    text = "The United States and China are planning a leader-level call in the coming weeks."
    call = only(read(text), "call")
    assert (set(call.participants), call.status) == ({"Joe Biden", "Xi Jinping"}, "planned")


def test_countries_are_sides_and_no_participants(read):
    attack = only(read("Russia invaded Ukraine in February 2022."), "attack")
    assert (attack.participants, set(attack.countries)) == ((), {"RUS", "UKR"})


def test_before_the_end_of_the_year_is_from_now_on(read):
    visit = only(read("Vladimir Putin invited Xi Jinping to Moscow before the end of the year."), "visit")
    assert (visit.begin, visit.end) == (PUBLISHED, date(2024, 12, 31))


def test_a_day_before_something_else_is_not_the_events_day(read):
    text = "Three days before the arrival of Xi Jinping in Moscow, a court issued a warrant."
    assert all(e.begin is None for e in read(text))


def test_who_reports_does_not_go(read):
    text = "Olaf Scholz will travel to New Delhi in September 2024, officials in Paris said."
    assert only(read(text), "visit").participants == ("Olaf Scholz",)


def test_each_stop_of_a_journey_is_a_visit(read):
    text = "Antony Blinken will travel to Cairo and Riyadh on April 9, 2024."
    assert {e.place for e in read(text)} == {"Cairo", "Riyadh"}


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to continue consultations.",
        "He called the so-called deal a mistake.",
        "Will Xi Jinping meet Joe Biden?",
        "Vladimir Putin is ready to hold talks with Joe Biden.",
        "If Xi Jinping calls Volodymyr Zelensky, it will be a sign.",
        "His words demonstrated the strength of the alliance.",
        "Iran met its obligations.",
    ],
)
def test_what_names_no_occasion_gives_none(read, text):
    assert read(text) == ()


def test_two_days_before_the_clause_are_both_the_events(read):
    found = only(read("On April 8 and 9, 2024, Sergei Lavrov and Wang Yi held talks in Beijing."), "meeting")
    assert (found.begin, found.end) == (date(2024, 4, 8), date(2024, 4, 9))
