"""What general news tells of contacts, and what only looks like one: inquiries, courts, sport, crime, polls."""

from datetime import date

import pytest

import explore as ex
from explore.article import Article
from explore.reader import prepare

PUBLISHED = date(2024, 10, 10)  # a Thursday


@pytest.fixture
def read(nlp):
    def read(text, published=PUBLISHED):
        return nlp(prepare(nlp, Article.from_text(text, published=published)))._.events

    return read


@pytest.mark.parametrize(
    "text",
    [
        "Kurt Volker said he was not on the 25 July call between Donald Trump and Volodymyr Zelensky.",
        "Mike Pence did not attend the meeting between Donald Trump and Volodymyr Zelensky on 25 July.",
        "Mike Pence did not join the talks of Donald Trump and Volodymyr Zelensky on 25 July.",
    ],
)
def test_who_was_not_there_does_not_unmake_what_two_others_held(read, text):
    (event,) = read(text)
    assert (event.status, set(event.participants)) == ("happened", {"Donald Trump", "Volodymyr Zelensky"})
    assert event.begin == date(2024, 7, 25)


@pytest.mark.parametrize(
    "whom",
    [
        "a top aide to Volodymyr Zelensky",
        "Volodymyr Zelensky's lawyer",
        "a spokesman for Volodymyr Zelensky",
        "an official close to Volodymyr Zelensky",
        "Volodymyr Zelensky aides",
        "the envoy of President Volodymyr Zelensky",
    ],
)
def test_one_of_somebodys_circle_is_not_himself(read, whom):
    (event,) = read(f"Olaf Scholz met {whom} in Warsaw on Monday.")
    assert event.participants == ("Olaf Scholz",)


def test_a_conversation_that_did_not_go_on_was_held(read):
    text = (
        "Olaf Scholz and Viktor Orbán had a conversation in Warsaw on Monday. "
        "The conversation did not continue after noon."
    )
    (event,) = read(text)
    assert event.status == "happened"


def test_whom_somebody_asked_something_on_a_call_was_on_the_line(read):
    text = (
        "Gordon Sondland testified on Tuesday. The envoy faced questions about Donald Trump's 25 July call "
        "when he asked President Volodymyr Zelensky for a favour."
    )
    (event,) = read(text)
    assert (event.participants, event.begin) == (("Donald Trump", "Volodymyr Zelensky"), date(2024, 7, 25))


def test_not_only_denies_nothing(read):
    text = "Barack Obama's 2012 visit to Rangoon was not only a success but was followed by another trip."
    assert [(e.status, e.place) for e in read(text)] == [("happened", "Rangoon")]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump would have met Vladimir Putin in Budapest on Monday.",
        "John Kasich says he'd sit down with Vladimir Putin.",
    ],
)
def test_what_would_be_is_no_event(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Boris Johnson and Jeremy Corbyn attacked each other's policies on Tuesday.",
        "Donald Trump launched a new round of attacks on Hillary Clinton in Ohio on Tuesday.",
        "Donald Trump is facing attack ads ahead of the May 3 primary in Indiana.",
        "Keir Starmer came under attack for his budget in London on Monday.",
        "The senator attacked the bill in Washington on Monday.",
        "Viktor Orbán attacked France over its budget on Monday.",
        "Harry Kane struck twice in Munich on Saturday.",
        "An earthquake struck Nepal on Monday.",
        "Police seized drugs in Leeds on Monday.",
        "The company launched a rocket from Florida on Monday.",
        "Stocks rallied in London on Friday.",
        "Hillary Clinton held a rally in Cleveland on Friday.",
        "Fallen trees blocked roads in Kent on Friday.",
    ],
)
def test_words_sport_weather_and_police_are_no_attack_and_no_protest(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Gunmen attacked a bus in Nairobi on Monday.", "Attack in Nairobi"),
        ("Iran attacked Israel for the second time on Tuesday.", "Iran attacks Israel"),
        ("Vladimir Putin attacked Ukraine in February 2022.", "Putin attacks Ukraine"),
        ("Thousands rallied in Minsk on Sunday.", "Protest in Minsk"),
        ("Russia launched drones at Kyiv on Monday.", "Russia attacks in Kyiv"),
    ],
)
def test_force_and_crowds_are_told(read, text, summary):
    assert [e.summary for e in read(text)] == [summary]


@pytest.mark.parametrize(
    "text",
    [
        "Kyle Kuzma did not return to the game on Tuesday.",
        "José Mourinho returned to England to manage a club in 2016.",
        "Keir Starmer returned to the office on Monday.",
        "Luis Rubio, who heads the Centre of Research for Development in Mexico City, was glum on Monday.",
    ],
)
def test_who_returns_to_his_work_or_heads_a_house_visits_nothing(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ed Alvarez and Steve Castro said on Tuesday that officials had received two 911 calls.",
        "Sergei Lavrov and Wang Yi spoke to reporters on Monday.",
        "Speaking to CNN's Jake Tapper on Monday, Jeb Bush was glum.",
        "Donald Trump talks to Megyn Kelly about bullying on Monday.",
        "Gordon Sondland has spoken several times with Donald Trump.",
        "Hillary Clinton will host events in Ohio on Friday.",
        "At the town hall meeting in Hudson on Monday Chris Christie told a joke.",
        "It is a threshold met only by Donald Trump and Ted Cruz.",
    ],
)
def test_who_speaks_to_all_or_to_nobody_named_holds_no_call_and_no_talks(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Most voters want an inquiry if Donald Trump offered a bribe in his meeting with Volodymyr Zelensky.",
        "She asked whether Donald Trump broke the law in his conversation with Volodymyr Zelensky.",
    ],
)
def test_what_stands_under_if_and_whether_is_no_event(read, text):
    assert read(text) == ()


def test_the_year_of_a_vote_does_not_date_a_warning(read):
    text = (
        "The race is on. Money is short. Crowds are thin. Barack Obama put himself into the 2028 primary in "
        "recent days by warning candidates against haste."
    )
    assert all(e.status == "happened" and e.begin is None for e in read(text))


def test_talk_of_an_attack_is_not_of_its_day(read):
    text = "On Tuesday António Guterres condemned Sunday's attack in Kabul."
    (statement,) = [e for e in read(text) if e.kind == "statement"]
    assert statement.begin == date(2024, 10, 8)


def test_in_the_wake_of_an_attack_is_not_its_day(read):
    text = "Washington invaded Afghanistan in the wake of the 11 September 2001 attacks."
    assert date(2001, 9, 11) not in {e.begin for e in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Donald Trump was met with chants in Ohio.",
        "At the party in Washington George Bush spoke of his lost 1992 re-election campaign.",
        "Donald Trump asked the crowd on Monday to raise their hands and pledge loyalty.",
        "On Monday a rule was announced in Leeds.",
    ],
)
def test_an_answer_a_campaign_an_order_and_words_of_nobody_are_no_events(read, text):
    assert read(text) == ()


def test_who_stands_between_commas_behind_his_part_travels(read):
    text = (
        "It was during the race when Barack Obama's rival, Mitt Romney, travelled to Jerusalem in July 2012."
    )
    assert [e.participants for e in read(text)] == [("Mitt Romney",)]


def test_what_is_told_between_commas_of_a_land_dates_nothing(read):
    text = "Eritrea, an Italian colony from 1890 until 1941, was annexed by Ethiopia."
    assert date(1890, 1, 1) not in {e.begin for e in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Bernie Sanders is scheduled to make a speech but is not expected to meet Pope Francis.",
        "Vladimir Putin is not due to meet Joe Biden.",
        "On Thursday Sarah Palin canceled a planned trip to Casper.",
    ],
)
def test_what_is_not_expected_or_is_cancelled_is_denied(read, text):
    assert [e.status for e in read(text)] == ["denied"]


def test_a_threat_to_cancel_denies_nothing(read):
    assert read("Donald Trump threatened to cancel his visit to Copenhagen.") == ()


def test_next_week_in_speech_is_ahead(read):
    text = "Paul Ryan told the press: “Both Donald Trump and Paul Ryan are meeting up next week to talk.”"
    assert [(e.status, e.begin) for e in read(text)] == [("planned", date(2024, 10, 14))]


@pytest.mark.parametrize(
    "text",
    [
        "Atlantic City officials welcome Trump-Clinton fight over their misfortune.",
        "Ted Cruz received the endorsement of Mike Pence on Friday.",
        "Keir Starmer welcomed the news in London on Monday.",
        "Paul Ryan has called out Donald Trump.",
        "Donald Trump scorned Mitt Romney, calling him, among other things, “a failed candidate.”",
    ],
)
def test_what_is_received_and_what_somebody_is_called_is_nobody_met(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "He visits the Iraqi capital every two months. Rolf Ekéus visits Baghdad every two months.",
        "Prosecutors say Eric Adams took trips to Istanbul.",
        "Elon Musk has spoken often with Donald Trump since July.",
        "Prince William met pupils in London on Thursday.",
        "Berhanu Nega flew home to Addis Ababa on Monday.",
    ],
)
def test_habits_journeys_home_and_meetings_with_the_public_are_none(read, text):
    assert read(text) == ()


def test_an_absence_told_in_the_news_does_not_date_what_others_held(read):
    text = "Paula Vennells told the inquiry in May that she had not been on the call between Duncan Tait and Alan Cook."
    (call,) = read(text)
    assert (set(call.participants), call.begin) == ({"Duncan Tait", "Alan Cook"}, None)


def test_a_headline_gives_way_to_the_day_the_text_names(read):
    text = (
        "Gunman opens fire in Nairobi shop\n\n"
        "A gunman opened fire in a shop in Nairobi on Saturday, wounding three people. Police shot him dead."
    )
    (attack,) = read(text)
    assert (attack.begin, attack.place) == (date(2024, 10, 5), "Nairobi")


def test_who_flies_to_a_town_for_meetings_of_a_body_visits_the_town(read):
    text = "Andrew Bailey will fly to Washington for the IMF meetings on 21 October."
    assert ("visit", "Washington, D.C.") in {(e.kind, e.place) for e in read(text)}


def test_a_quarter_and_a_town_abroad_are_two_places(read):
    text = "Eric Adams made a trip to Istanbul. He visited the Bronx on Monday."
    assert ("Bronx", date(2024, 10, 7)) in {(e.place, e.begin) for e in read(text)}


def test_a_visit_moved_to_another_month_is_off(read):
    text = "A visit by Frank-Walter Steinmeier, planned for next week, has been moved to December."
    assert "denied" in {e.status for e in read(text)}


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        (
            "On Monday Joe Biden sent Antony Blinken to meet Wang Yi in Beijing.",
            {"Antony Blinken", "Wang Yi"},
        ),
        ("On Monday Joe Biden dispatched Antony Blinken to meet Wang Yi.", {"Antony Blinken", "Wang Yi"}),
    ],
)
def test_who_is_sent_meets_not_who_sends(read, text, participants):
    (meeting,) = read(text)
    assert set(meeting.participants) == participants


def test_a_land_in_the_name_of_a_body_is_no_place(read):
    text = "Rabbis plan to protest on Monday at the American Israel Public Affairs Committee."
    assert "Israel" not in {e.place for e in read(text)}


def test_a_protest_is_not_in_the_land_it_is_about(read):
    text = "Police held a man during a rally against the raids in Crimea on Sunday."
    assert "Crimea" not in {e.place for e in read(text)}


def test_sides_of_a_game_meet_for_no_talks(read):
    text = (
        "England meet Greece at Wembley on Thursday. The coach has a full squad for the match, and the "
        "striker who scored twice will play."
    )
    assert read(text) == ()


def test_an_offensive_needs_no_place():
    text = "Russian troops opened a new offensive on 10 May. The party launched a charm offensive on 11 May."
    events = ex.read(ex.Article.from_text(text, published="2024-05-20")).events
    assert events[["kind", "summary"]].to_numpy().tolist() == [["attack", "Russian Armed Forces attack"]]
