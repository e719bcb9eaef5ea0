"""Capitals and buildings that act and those that are places; ministries and other bodies."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Moscow said it was ready.", "Moscow", "Russia"),
        ("Relations between Moscow and Beijing are close.", "Beijing", "China"),
        ("NATO warned Moscow on Sunday.", "Moscow", "Russia"),
        ("The region has close ties to Beijing.", "Beijing", "China"),
        ("Beijing opposed the plan.", "Beijing", "China"),
        ("The Kremlin denied it.", "Kremlin", "Kremlin"),
        ("Zhongnanhai has not replied.", "Zhongnanhai", "Zhongnanhai"),
        ("The Élysée declined to comment.", "Élysée", "Élysée"),
    ],
)
def test_a_seat_that_acts_is_its_government(read, text, words, name):
    found = read(text)
    assert found.who(words) == name
    assert found.how(words) == "metonym"


@pytest.mark.parametrize(
    "text",
    [
        "He spoke in Moscow.",
        "She flew to Moscow on Monday.",
        "A trip from Kyiv to Moscow takes long.",
        "The Kremlin, Moscow\n\nThe talks began at noon.",
        "MOSCOW — Talks began at noon.",
        "Talks were held in Kyiv and Moscow.",
        "The streets were calm and Moscow's streets were full.",
    ],
)
def test_a_seat_that_is_a_place_is_nobody(read, text):
    assert read(text).who("Moscow") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The European Commission wrote to Warsaw. Brussels said it would wait.", "European Union"),
        ("The European Commission thanked Belgium. Brussels said it would wait.", "Belgium"),
        ("Brussels said it would wait.", "Belgium"),
    ],
)
def test_brussels_is_the_union_where_the_text_speaks_of_it_and_not_of_belgium(read, text, name):
    assert read(text).who("Brussels") == name


def test_a_club_is_no_government(read):
    assert "Spain" not in read("Players of Real Madrid stopped their training.").names


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Russian foreign ministry said so.", "Russian Foreign Ministry", "RUS"),
        ("China's defence ministry said so.", "Chinese Defence Ministry", "CHN"),
        ("The State Department said so.", "US State Department", "USA"),
        ("The Quai d'Orsay said so.", "French Foreign Ministry", "FRA"),
        ("Russian troops crossed the border.", "Russian Armed Forces", "RUS"),
        ("Ukrainian soldiers held the town.", "Ukrainian Armed Forces", "UKR"),
        ("The Philippines' Supreme Court ruled.", "Philippine Supreme Court", "PHL"),
        ("The Supreme Court in Washington ruled.", "US Supreme Court", "USA"),
    ],
)
def test_a_body_has_one_name_and_its_country(read, text, name, country):
    assert read(text).actor(name).country == country


def test_a_body_of_another_country_stays_there(read):
    found = read("The Philippine Senate was locked down. He thanked the Senate.")
    assert found.who("Senate") == "Philippine Senate"


def test_the_ministry_is_the_one_before(read):
    found = read("Sergei Lavrov will visit China. The Russian ministry said talks are planned.", "2024-04-07")
    assert found.who("The Russian ministry") == "Russian Foreign Ministry"


def test_an_embassy_in_a_city_is_not_that_country_s(read):
    assert "Cuban Embassy" not in read("Washington hoped to reopen an embassy in Havana.").names


def test_the_government_is_the_country(read):
    assert read("The Iraqi government agreed.").who("The Iraqi government") == "Iraq"


def test_an_organisation_has_one_name(read):
    found = read("The UN called a meeting. The United Nations is worried.")
    assert found.names == ["United Nations"]


@pytest.mark.parametrize(
    "text", ["The pact is called the Six Assurances.", "A ton (MMT) is heavy.", "Westerners agree."]
)
def test_what_does_nothing_is_no_organisation(read, text):
    assert read(text).names == []


@pytest.mark.parametrize(
    "text",
    [
        "The shell fell near Simferopol, Ukraine, on Sunday.",
        "He lives in the north of Portugal.",
        "They shot down drones over Ukraine.",
    ],
)
def test_a_country_behind_a_town_or_a_part_of_it_is_a_place(read, text):
    assert read(text).names == []
