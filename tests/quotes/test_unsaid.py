"""What only looks like a report of words, and what of a report is no part of what was said."""

from __future__ import annotations

import pytest


def texts(quotes) -> list[str]:
    return quotes["text"].tolist()


@pytest.mark.parametrize(
    "text",
    [
        "Lena Ortiz signed a deal that would allow leaders of both parties to claim an easy victory.",
        "The family claimed the body on Monday.",
        "Lena Ortiz wrote hundreds of songs that year.",
        "The office referred the call to the police.",
        "The committee concluded its third hearing on Monday.",
        "Lena Ortiz explained them to me.",
        "Correction added Nov. 18, 2019.",
    ],
)
def test_a_verb_that_takes_a_thing_reports_no_words(quotes_in, text):
    assert quotes_in(text).empty


@pytest.mark.parametrize(
    "text",
    [
        "Veldland and the local council have been accused of hiding the report.",
        "Two of the plants were said to be among the most polluted.",
        "Lena Ortiz was fined and told to leave the country.",
    ],
)
def test_who_is_spoken_of_or_to_says_nothing(quotes_in, text):
    assert quotes_in(text).empty


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In an interview with the police, Marek Holub confessed to the theft.", "the theft"),
        (
            "While the roads are dry again, experts say it is because of the wind.",
            "it is because of the wind",
        ),
    ],
)
def test_when_and_where_it_was_said_is_no_part_of_it(quotes_in, text, said):
    assert texts(quotes_in(text)) == [said]


def test_a_setting_alone_reports_nothing(quotes_in):
    assert quotes_in("As the doors opened in Bergen, Marek Holub testified before the committee.").empty


@pytest.mark.parametrize(
    "source",
    [
        "Nordmetal, a steel firm based in Bergen",
        "traders cited by the daily Kurier",
        "three people we spoke to",
        "one estimate",
    ],
)
def test_what_tells_who_a_source_is_is_no_part_of_what_it_says(quotes_in, source):
    assert texts(quotes_in(f"The mill will close in June, according to {source}.")) == [
        "The mill will close in June"
    ]


def test_what_tells_which_source_it_is_may_stand_first(quotes_in):
    quotes = quotes_in(
        "According to the study, published in the Norland Journal, the man had coughed for weeks."
    )
    assert texts(quotes) == ["the man had coughed for weeks"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The video prompted some viewers to argue that the film had been staged.", "viewers"),
        ("Its losses led the Danish firm to announce that it would sell the yard.", "Danish firm"),
        ("He pressed President Olena Bondar into announcing an inquiry.", "Olena Bondar"),
    ],
)
def test_who_is_brought_to_say_it_says_it(quotes_in, text, speaker):
    assert quotes_in(text)["speaker"].tolist() == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The former “Harbour Street” star was ill.",
        "Lena Ortiz was voted off the show after she won “The Island” in May.",
        "The band came out to perform “Down to the River.”",
        "Anna Brandt defended her “Open Doors” plan.",
        "He found a script called “Wild Nettles,” a tale of two sisters.",
        "Petr Novak (“The Mill,” “North Road”) was there.",
    ],
)
def test_the_name_of_a_work_or_a_plan_is_no_quotation(quotes_in, text):
    assert quotes_in(text).empty


@pytest.mark.parametrize(
    "text",
    [
        "A “phase one” trade deal was meant to allow leaders of both countries to claim an easy victory.",
        "The deal could raise more if a “green shoe” option is used.",
        "Norland faced sharp questions, while the Danish premier hailed the day of the “historic” move.",
        "That would help him keep up his “tough on Norland” stance.",
    ],
)
def test_an_epithet_that_no_word_for_saying_leads_to_is_no_quotation(quotes_in, text):
    assert "direct" not in quotes_in(text)["kind"].tolist()


@pytest.mark.parametrize(
    "text",
    [
        "Marek Holub added three assists in the win.",
        "The agency added smaller ships to the contract.",
        "Those gains add to a strong year.",
        "His refusal to say which side he would be on was met with laughter.",
        "The film had been cut to show Holub failing, when, in fact, he responded at once.",
        "That said, Nordmetal promised more.",
        "Nordmetal bought a mine in Norland, a deal announced on Monday.",
    ],
)
def test_nothing_is_said_by_adding_responding_or_what_is_announced(quotes_in, text):
    assert quotes_in(text).empty


def test_where_a_story_is_told_from_is_no_part_of_it(quotes_in):
    quotes = quotes_in("(CNN) Anna Brandt, according to the White House, made a trip to Bergen.")
    assert texts(quotes) == ["Anna Brandt made a trip to Bergen"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Holub told investors in Bergen on May 3 that the mill would close.", "that the mill would close"),
        ("Holub announced over the weekend that the mill would close.", "that the mill would close"),
        ("Anna Brandt said in the release this case shows a lot.", "this case shows a lot"),
        ("Holub has changed his story once — “I now do recall,” he said.", "I now do recall,"),
        (
            "Brandt said aid might come if the country would announce an inquiry.",
            "aid might come if the country would announce an inquiry",
        ),
        (
            "Holub said he had no knowledge of efforts to urge Norland to look into it.",
            "he had no knowledge of efforts to urge Norland to look into it",
        ),
    ],
)
def test_what_was_said_begins_with_itself(quotes_in, text, said):
    assert texts(quotes_in(text)) == [said]
