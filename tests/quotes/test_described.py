"""Whom a pronoun, a title, a trait or a body that speaks stands for."""

from __future__ import annotations

import pytest


def test_a_pronoun_nobody_stands_behind_has_no_name(quotes_in):
    quotes = quotes_in("“It is too late for that,” she said.")
    assert quotes["speaker"].isna().all()
    assert quotes["speaker_text"][0] == "she"


def test_it_also_said_is_the_body_before(quotes_in):
    quotes = quotes_in(
        "The Kremlin said the talks were “very useful”. It also said they were “open and frank”."
    )
    assert list(quotes["speaker"]) == ["Kremlin", "Kremlin"]


def test_his_services_are_the_ministry_of_a_minister(quotes_in):
    quotes = quotes_in(
        "The head of Russian diplomacy Sergei Lavrov will travel to India, his services announced. "
        "The Minister of Foreign Affairs will stay two days, the Russian Foreign Ministry said."
    )
    assert quotes["speaker"][0] == "Russian Foreign Ministry"


def test_a_person_by_his_country(quotes_in):
    quotes = quotes_in("Santiago Peña spoke to both.\n\n“Nobody chooses a neighbour,” the Paraguayan said.")
    assert quotes["speaker"].tolist() == ["Santiago Peña"]


def test_an_office_and_its_holder_are_one_speaker(quotes_in):
    quotes = quotes_in(
        "The port’s director, Nadia Koleva, has accused the dockers of “behaving like children”."
    )
    assert quotes["speaker"].tolist() == ["Nadia Koleva"]
    assert not quotes["unsure"][0]


def test_he_added_is_the_one_who_spoke_before(quotes_in):
    quotes = quotes_in(
        "Abiy Ahmed and William Ruto met on Monday. Abiy said it was “a big market”.\n\n"
        "“My brother knows that,” he added, turning to Ruto."
    )
    assert quotes["speaker"].tolist() == ["Abiy Ahmed", "Abiy Ahmed"]


def test_he_added_is_the_one_whom_the_sentence_before_is_about(quotes_in):
    quotes = quotes_in(
        "Abiy Ahmed and William Ruto met on Monday. Abiy said that the market was big.\n\n"
        "Ruto thanked his guest for what he called his patience. It made no sense, he added, to wait."
    )
    assert quotes["speaker"].tolist()[-1] == "William Ruto"


def test_a_group_with_a_name_of_its_own_is_no_body_before(quotes_in):
    quotes = quotes_in(
        "According to NATO, the talks go on.\n\nThe Minsk group said the “road map” for peace was lost."
    )
    assert quotes["speaker"].tolist()[-1] != "NATO"


def test_a_lawyer_of_somebody_is_somebody_else(quotes_in):
    quotes = quotes_in(
        "Donald Trump left.\n\nA Trump lawyer said the case was over.\n\nTrump lawyer: “We will win.”"
    )
    assert set(quotes["speaker"]) == {"Trump lawyer"}


@pytest.mark.parametrize(
    "text",
    [
        "Samuel Okafor scored twice on Sunday.\n\n“I kept running,” said the 22-year-old.",
        "The coach Samuel Okafor was unhappy. “It was late,” the Swede said.",
    ],
)
def test_a_trait_is_of_the_only_person_before(quotes_in, text):
    assert quotes_in(text)["speaker"].tolist() == ["Samuel Okafor"]


def test_a_side_is_its_country_where_the_text_names_it_else_as_written(quotes_in):
    quotes = quotes_in(
        "France and Kenya met. The French side expressed its hope that trade will grow.\n\n"
        "The Ukrainian delegation affirmed that all concerns were met. The Chinese side said that trade is free."
    )
    assert quotes["speaker"].tolist() == ["France", "Ukrainian delegation", "Chinese side"]


def test_joan_may_be_she(quotes_in):
    quotes = quotes_in(
        "“We've heard it before,” said the union's officer, Steph Dunn. She was tired.\n\n"
        "Joan Beck said the smell was bad. “I've a rat under my shed,” she said."
    )
    assert quotes["speaker"].tolist()[-1] == "Joan Beck"


def test_a_nameless_diplomat_goes_on(quotes_in):
    quotes = quotes_in(
        "The visit of Foreign Minister Wang Yi was put off, a Japanese diplomat said.\n\n“It will be in June,” "
        "the diplomat said."
    )
    assert quotes["speaker"].tolist() == ["Japanese diplomat", "Japanese diplomat"]


def test_the_official_of_a_body_is_its_spokesman_just_heard(quotes_in):
    quotes = quotes_in(
        "The talks are over, Kremlin Spokesman Dmitry Peskov said. “It was an hour,” the Kremlin official added."
    )
    assert quotes["speaker"].tolist() == ["Dmitry Peskov", "Dmitry Peskov"]


def test_the_coach_of_a_team_is_not_the_team(quotes_in):
    quotes = quotes_in("They left after the Arsenal coach accused the crowd of “dark arts”.")
    assert quotes["speaker"].tolist() == ["Arsenal coach"]


def test_both_sides_alone_are_no_name(quotes_in):
    quotes = quotes_in("Chad, Egypt and Kenya sent envoys. Both sides said that they were “ready”.")
    assert quotes["speaker"].isna().all()


def test_an_office_of_somebody_is_no_paper_named_before(quotes_in):
    quotes = quotes_in(
        "The newspaper Politiken called the call “icy”. The prime minister's office said there was “no drama”."
    )
    assert quotes["speaker"].fillna("").tolist() == ["Politiken", ""]


def test_they_are_who_spoke_last_with_others(quotes_in):
    quotes = quotes_in(
        "Ukrainian representatives stated that they agreed. Ana Petrova and her team said that the war must end. "
        "They added that this work goes on."
    )
    assert quotes["speaker"].tolist()[-1] == "Ana Petrova"


def test_officials_are_written_small(quotes_in):
    assert quotes_in("Officials say that the road is closed.")["speaker"].tolist() == ["officials"]
