"""Who, where and when of the events of a few sentences of news."""

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


def test_a_visit_has_a_visitor_a_country_and_days(read):
    visit = only(read("Sergei Lavrov will make an official visit to China on Monday and Tuesday."), "visit")
    assert visit.participants == ("Sergei Lavrov",)
    assert set(visit.countries) == {"RUS", "CHN"}
    assert (visit.begin, visit.end, visit.grain) == (date(2024, 4, 8), date(2024, 4, 9), "day")
    assert (visit.status, visit.type, visit.cameo) == ("planned", "AGREE", "036")
    assert visit.summary == "Lavrov to visit China"


def test_the_time_beside_the_event_wins_over_the_reporting_verbs(read):
    text = "The ministry announced on Friday that Lavrov met Wang Yi in Jakarta on April 3, 2024."
    assert only(read(text), "meeting").begin == date(2024, 4, 3)


def test_counterparts_meet_on_the_sidelines(read):
    text = "The Russian president spoke with his Chinese counterpart on the sidelines of a forum in Beijing last October."
    meeting = only(read(text), "meeting")
    assert set(meeting.participants) == {"Vladimir Putin", "Xi Jinping"}
    assert (meeting.begin, meeting.grain, meeting.place) == (date(2023, 10, 1), "month", "Beijing")


def test_two_events_in_one_sentence(read):
    text = "Fumio Kishida visited Kyiv on March 21, 2023, where he was received by Volodymyr Zelensky."
    events = read(text)
    visit, meeting = only(events, "visit"), only(events, "meeting")
    assert visit.participants == ("Fumio Kishida",)
    assert set(meeting.participants) == {"Fumio Kishida", "Volodymyr Zelensky"}
    assert meeting.part_of == visit.event_id
    assert meeting.begin == date(2023, 3, 21)


def test_the_same_meeting_told_twice_is_one_row_with_both_sentences(read):
    text = (
        "Emmanuel Macron met Olaf Scholz in Berlin on Friday. The meeting lasted two hours. "
        "After the talks Macron flew home."
    )
    meeting = only(read(text), "meeting")
    assert len(meeting.sentences) == 3
    assert set(meeting.participants) == {"Emmanuel Macron", "Olaf Scholz"}


def test_meetings_on_different_days_are_two(read):
    text = "Antony Blinken met Wang Yi in Munich on February 16, 2024. Blinken met Wang again in Beijing on April 3, 2024."
    assert len([e for e in read(text) if e.kind == "meeting"]) == 2


def test_talks_during_a_visit_take_its_days_and_its_host(read):
    text = (
        "On April 12, Vladimir Putin will visit China at the invitation of Xi Jinping. "
        "During his visit, Putin will hold talks on trade."
    )
    events = read(text)
    talks = only(events, "meeting")
    assert set(talks.participants) == {"Vladimir Putin", "Xi Jinping"}
    assert talks.begin == date(2024, 4, 12)
    assert talks.part_of == only(events, "visit").event_id


def test_the_news_without_a_date_was_on_the_storys_day(read):
    meeting = only(read("Volodymyr Zelensky met with Olaf Scholz in Kyiv."), "meeting")
    assert (meeting.begin, meeting.grain) == (PUBLISHED, "day")


def test_background_without_a_date_stays_undated(read):
    text = (
        "Trade fell in the spring. Exports to Asia were weak. The ministry gave no figures. "
        "Volodymyr Zelensky had met with Olaf Scholz in Kyiv."
    )
    assert only(read(text), "meeting").begin is None


def test_no_call_took_place(read):
    call = only(
        read("No telephone conversation between Xi Jinping and Volodymyr Zelensky took place."), "call"
    )
    assert call.status == "denied"


def test_a_three_day_visit_that_ends_on_a_day_began_two_days_before(read):
    text = "Xi Jinping left Russia on Wednesday at the end of a three-day state visit."
    visit = only(read(text, date(2023, 3, 22)), "visit")
    assert (visit.begin, visit.end) == (date(2023, 3, 20), date(2023, 3, 22))


def test_an_assault_that_broke_out_is_context(read):
    attack = only(
        read("Since the outbreak of the Russian assault on Ukraine in February 2022, trade has grown."),
        "attack",
    )
    assert set(attack.countries) == {"RUS", "UKR"}
    assert (attack.begin, attack.grain) == (date(2022, 2, 1), "month")


def test_a_re_election_is_dated(read):
    election = only(
        read("Facing the press after his re-election in March 2024, Vladimir Putin praised China."),
        "election",
    )
    assert election.participants == ("Vladimir Putin",)
    assert election.begin == date(2024, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Meetings between leaders are useful.",
        "The minister may visit Paris.",
        "Would Xi Jinping meet Joe Biden?",
        "Read also: the recipe for onion soup",
        "High-level visits are part of diplomacy.",
        "Kyiv received two loans from the fund.",
        "The United States welcomed the decision.",
    ],
)
def test_what_is_no_event_gives_none(read, text):
    assert read(text) == ()


def test_who_does_something_at_a_meeting_of_others_does_not_meet(read):
    text = "Angela Merkel delivers a speech at a local meeting of her party in Grimmen, Jan. 28, 2017."
    assert not [e for e in read(text) if e.kind == "meeting"]


def test_leaders_from_a_body_stand_for_it(read):
    text = "Barack Obama met with leaders from ASEAN in Rancho Mirage on Feb. 16, 2016."
    assert only(read(text), "meeting").participants == ("Barack Obama", "ASEAN")


def test_a_meeting_told_to_be_the_first_twice_is_one(read):
    text = (
        "Saudi Arabia and Iran have agreed to hold their first public meeting in Baghdad. He added that "
        "Saudi Arabia and Iran have agreed to hold the first meeting in Baghdad."
    )
    assert len([e for e in read(text) if e.kind == "meeting"]) == 1


def test_a_summit_named_for_another_town_is_another_meeting(read):
    text = (
        "Joe Biden and Xi Jinping met in Lima on November 16, 2024. The two leaders took stock of efforts "
        "since the Woodside Summit in November 2023."
    )
    days = {e.begin: e.participants for e in read(text) if e.kind == "meeting"}
    assert set(days) == {date(2024, 11, 16), date(2023, 11, 1)}
    assert "Woodside" not in {name for names in days.values() for name in names}


def test_the_day_that_owns_an_event_is_its_day(read):
    text = "People in Jammu protested against Sunday's attack at a base in Kashmir, Sept. 21, 2016."
    attack = only(read(text, date(2016, 9, 20)), "attack")
    assert attack.begin == date(2016, 9, 18)


def test_a_rally_in_support_of_a_land_is_not_in_it(read):
    events = read("People took part in a rally in support of Azerbaijan on April 8, 2016.")
    assert all(event.place != "Azerbaijan" for event in events)


def test_who_severs_ties_puts_no_sanctions(read):
    text = "Saudi Arabia severed ties with Iran in January 2016."
    assert only(read(text), "sanction").summary == "Saudi Arabia breaks off ties with Iran"


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping met with visiting Kenyan President William Ruto in Beijing on July 29, 2024.",
        "Xi Jinping met visiting Kenyan President William Ruto in Beijing on July 29, 2024.",
        "Xi Jinping held talks with visiting President William Ruto in Beijing on July 29, 2024.",
    ],
)
def test_a_visiting_president_is_met_not_visited(read, text):
    (meeting,) = read(text)
    assert (meeting.kind, meeting.place, meeting.begin) == ("meeting", "Beijing", date(2024, 7, 29))
    assert set(meeting.participants) == {"Xi Jinping", "William Ruto"}


def test_each_whom_one_meets_on_a_day_of_its_own_is_a_meeting(read):
    text = "Antony Blinken will meet Hakan Fidan on Friday and Recep Tayyip Erdogan on Saturday."
    days = {e.begin: set(e.participants) for e in read(text, date(2023, 7, 13)) if e.kind == "meeting"}
    assert days == {
        date(2023, 7, 14): {"Antony Blinken", "Hakan Fidan"},
        date(2023, 7, 15): {"Antony Blinken", "Recep Tayyip Erdoğan"},
    }


def test_both_subjects_sign_though_titles_stand_between(read):
    text = (
        "On 1 June 1976, in Oslo, Britain's foreign secretary, Tony Crosland, and Iceland's foreign minister, "
        "Einar Ágústsson, signed the agreement."
    )
    assert only(read(text), "agreement").participants == ("Tony Crosland", "Einar Ágústsson")


def test_talks_after_which_two_agreed_were_held_that_day(read):
    text = (
        "William Ruto and Abiy Ahmed agreed on 8 March 2025 to reopen the border post after talks in Nairobi."
    )
    assert only(read(text), "meeting").begin == date(2025, 3, 8)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "A planned meeting between Donald Trump and Vladimir Putin in Budapest was called off on Tuesday.",
            "denied",
        ),
        (
            "Marco Rubio had been due to meet Sergei Lavrov in Brussels on Thursday, but the talks were postponed.",
            "denied",
        ),
        ("The planned meeting of Joe Biden and Xi Jinping was held in Lima on 3 April 2024.", "happened"),
    ],
)
def test_what_became_of_what_was_planned(read, text, status):
    meeting = only(read(text), "meeting")
    assert meeting.status == status
    assert len(meeting.participants) == 2


def test_the_day_a_meeting_was_called_off_is_not_its_day(read):
    text = "A meeting between Donald Trump and Vladimir Putin in Budapest was called off on Tuesday."
    assert only(read(text), "meeting").begin is None


def test_a_second_time_with_another_name_is_not_of_the_first_guest(read):
    text = "Volodymyr Zelensky met Emmanuel Macron in Paris on Friday and one Starmer in London on Saturday."
    assert only(read(text), "meeting").place == "Paris"


def test_a_statement_is_made_where_its_sentence_begins(read):
    text = "In Washington, John Kerry on Sunday condemned Russia's act of aggression in Ukraine."
    assert only(read(text, date(2014, 3, 3)), "statement").place != "Ukraine"


def test_a_summit_is_not_of_those_whose_row_ends_it(read):
    text = "Emmanuel Macron left the summit early on Monday because of the conflict between Israel and Iran."
    assert "ISR" not in only(read(text, date(2025, 6, 18)), "meeting").countries


def test_what_two_discuss_by_phone_takes_no_part(read):
    text = "Olaf Scholz and Emmanuel Macron discussed Ukraine by phone on Monday."
    assert "UKR" not in only(read(text, date(2024, 6, 18)), "call").countries


def test_the_two_ministries_are_not_the_two_presidents(read):
    text = (
        "Vladimir Putin met Xi Jinping in Beijing.\n\nA plan of consultations between the two ministries for "
        "2026 was signed."
    )
    assert len([e for e in read(text) if e.kind == "meeting"]) == 1


def test_meetings_in_places_and_one_without(read):
    text = (
        "Kim Jong Un and Donald Trump met in Singapore in 2018, in Hanoi in February 2019 and, for minutes, "
        "at the demilitarised zone in June 2019."
    )
    assert [e.place for e in read(text) if e.kind == "meeting"] == ["Singapore", "Hanoi"]


def test_since_a_noun_dates_no_visit(read):
    text = "Antony Blinken has travelled to Cairo since his appointment in February."
    assert only(read(text, date(2021, 6, 18)), "visit").begin is None


def test_it_was_their_first_meeting_is_the_one_just_told(read):
    text = "Emmanuel Macron and Narendra Modi met in Rome. It was their first meeting since May."
    assert only(read(text, date(2021, 6, 18)), "meeting").place == "Rome"


def test_talks_are_part_of_the_visit_to_who_is_met(read):
    text = (
        "Sergei Lavrov arrived in Riga on Wednesday. He held talks with the Latvian president, Edgars "
        "Rinkēvičs. Lavrov had visited Tallinn on Monday."
    )
    assert only(read(text, date(2024, 6, 20)), "meeting").place == "Riga"


def test_a_headline_names_who_is_to_meet(read):
    text = "Modi to meet Putin, Xi in Tianjin\n\nThe summit of Narendra Modi's Vladimir Putin and Xi Jinping is big."
    assert "Narendra Modi" in only(read(text), "meeting").participants


def test_the_envoy_of_somebody_is_not_he(read):
    text = "Yuri Ushakov and Donald Trump's man, Trump special envoy Keith Kellogg, met in Riga on Friday."
    assert "Donald Trump" not in only(read(text), "meeting").participants


def test_the_day_of_a_dateline_is_of_nothing_ahead(read):
    text = "NEW DELHI, August 28, 2025 (Newswire) - Narendra Modi will hold a meeting with Xi Jinping."
    assert only(read(text, date(2025, 8, 28)), "meeting").begin is None


def test_the_first_meeting_ahead_is_the_one_of_the_headline(read):
    text = (
        "Saudi Arabia and Iran to meet in Baghdad\n\nSaudi Arabia and Iran have agreed to hold the first public "
        "meeting in Baghdad."
    )
    assert only(read(text), "meeting").place == "Baghdad"


@pytest.mark.parametrize(
    "text",
    [
        "Maxim Ryzhenkov did not rule out a meeting between Alexander Lukashenko and Kim Jong Un.",
        "Marco Rubio and Sergei Lavrov agreed to name teams to negotiate an end to the war.",
    ],
)
def test_what_may_be_or_others_do_is_no_meeting(read, text):
    assert not read(text)


def test_talks_before_a_journey_are_not_at_its_end(read):
    text = "Narendra Modi will meet Shigeru Ishiba on Friday before he flies to China."
    assert only(read(text, date(2025, 8, 28)), "meeting").place is None


def test_a_summit_without_a_day_is_not_the_talks_just_held(read):
    text = (
        "US, Russian officials wrapped up talks in Riyadh on Tuesday. Yuri Ushakov said no date had been set for a "
        "summit between Donald Trump and Vladimir Putin."
    )
    held = [e for e in read(text, date(2025, 2, 18)) if e.status == "happened"]
    assert all("Donald Trump" not in e.participants for e in held)


def test_a_trip_called_off_is_of_whom_its_sentence_names(read):
    text = (
        "Narendra Modi will travel to China on Monday. The delegation led by Brendan Lynch was to have come in "
        "August, but the trip was called off."
    )
    assert {e.status for e in read(text, date(2025, 8, 28)) if "Narendra Modi" in e.participants} == {
        "planned"
    }


def test_who_says_it_meets_whom_he_says_it_after(read):
    text = (
        "Volodymyr Zelensky is in Ankara. “Nobody decides behind our back,” the Ukrainian president said after "
        "meeting his Turkish counterpart."
    )
    assert len(only(read(text, date(2025, 2, 18)), "meeting").participants) == 2


def test_a_headline_sums_up_meetings_of_two(read):
    text = (
        "Modi to meet Putin, Xi in Tianjin\n\nNarendra Modi will hold bilateral meetings with Xi Jinping on August "
        "31 and Vladimir Putin on September 1, he said."
    )
    found = [e for e in read(text, date(2025, 8, 28)) if e.kind == "meeting"]
    assert [len(e.participants) for e in found] == [2, 2]


def test_opposed_forces_are_not_their_country(read):
    text = "Sviatlana Tsikhanouskaya, leader of the Belarusian democratic forces, met Radoslaw Sikorski in Warsaw."
    assert "BLR" not in only(read(text), "meeting").countries


def test_a_round_set_beside_is_of_those_who_met(read):
    text = (
        "Donald Trump could meet Xi Jinping. Scott Bessent and He Lifeng met in Stockholm last week, their third "
        "round of talks since May."
    )
    assert "Xi Jinping" not in only(read(text, date(2025, 8, 5)), "meeting").participants
