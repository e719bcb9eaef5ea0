"""Several at once: "the two leaders", "both countries", "they"."""

from __future__ import annotations

import pytest

PAIR = "Vladimir Putin spoke with Xi Jinping by telephone. "


@pytest.mark.parametrize(
    "words", ["The two leaders", "Both leaders", "The two presidents", "The presidents", "The two"]
)
def test_two_persons_are_meant_by_a_word_for_both(read, words):
    found = read(f"{PAIR}{words} agreed to meet again.", "2022-06-15")
    assert found.who(words) == "Vladimir Putin + Xi Jinping"


def test_they_are_the_two_spoken_of(read):
    found = read(f"{PAIR}The two leaders talked for an hour. They agreed.", "2022-06-15")
    assert found.who("They") == "Vladimir Putin + Xi Jinping"


@pytest.mark.parametrize("words", ["Both countries", "The two countries", "Both sides"])
def test_two_countries_are_meant(read, words):
    found = read(f"Russia and China held talks. {words} were content.")
    assert found.who(words) == "Russia + China"


def test_leaders_without_a_number_are_nobody_where_three_were_named(read):
    found = read("Putin met Xi and Modi in Samarkand, Uzbekistan. The leaders agreed.", "2022-09-16")
    assert found.who("The leaders") is None


def test_men_are_not_women(read):
    found = read("Angela Merkel met Emmanuel Macron and Boris Johnson. The two men argued.", "2020-01-19")
    assert found.who("The two men") == "Emmanuel Macron + Boris Johnson"


def test_officials_in_between_leave_they_open(read):
    found = read(f"{PAIR}Farmers were angry. They blocked a road.", "2022-06-15")
    assert found.who("They") is None


@pytest.mark.parametrize("words", ["The Russian and Chinese foreign ministers", "The foreign ministers"])
def test_ministers_of_two_countries(read, words):
    tail = "" if "Russian" in words else " of Russia and China"
    found = read(f"{words}{tail} met in Nizhny Novgorod.", "2024-06-10")
    assert found.who(words) == "Sergei Lavrov + Wang Yi"


def test_the_two_leaders_are_those_who_met_not_the_host(read):
    found = read(
        "Joe Biden and Vladimir Putin held talks, hosted by Swiss President Guy Parmelin. The two leaders agreed.",
        "2021-06-16",
    )
    assert found.who("The two leaders") == "Joe Biden + Vladimir Putin"


def test_who_speaks_to_both_men_is_none_of_them(read):
    found = read("Peter Holm spoke with Jens Berg and later with Karl Lund. Holm said he had asked both men.")
    assert found.who("both men") == "Jens Berg + Karl Lund"


def test_who_says_what_two_leaders_did_may_be_one_of_them(read):
    found = read(
        "The Ukrainian president discussed the trip with Friedrich Merz in Berlin. "
        "Merz said the two leaders agreed.",
        "2025-08-08",
    )
    assert found.who("the two leaders") == "Volodymyr Zelensky + Friedrich Merz"


def test_a_third_country_that_does_something_is_none_of_the_two(read):
    found = read("India and China met in Delhi. Washington did more for the thaw than the two neighbours.")
    assert found.who("the two neighbours") == "India + China"


def test_the_late_leader_spoken_of_is_none_of_the_two(read):
    found = read(
        "Vladimir Putin met Xi Jinping in Moscow. Both praised the late President Jiang Zemin. "
        "The two leaders agreed to meet again.",
        "2023-03-22",
    )
    assert found.who("The two leaders") == "Vladimir Putin + Xi Jinping"


def test_an_official_of_the_united_nations_is_no_side(read):
    found = read(
        "The general of the Sudanese army was away. U.N. Secretary-General António Guterres spoke. "
        "Both sides refused.",
        "2024-06-10",
    )
    assert "Portugal" not in str(found.who("Both sides"))


def test_both_sides_are_not_two_of_three(read):
    found = read("Chad, Egypt and Kenya sent envoys. Both sides refused.")
    assert found.who("Both sides") is None


def test_whose_envoy_somebody_is_is_none_of_the_two(read):
    found = read(
        "Foreign Minister Abbas Araghchi and President Donald Trump's envoy, Steve Witkoff, sat apart. "
        "The two spoke briefly.",
        "2025-04-12",
    )
    assert found.who("The two") == "Abbas Araghchi + Steve Witkoff"


def test_both_men_are_the_two_named_as_one(read):
    found = read(
        "Salva Kiir and Riek Machar met on Friday. A spokesman, Pal Deng, denied a deal. William Ruto, who had "
        "telephoned both men, was glad. Talks between the two sides were put off.",
        "2025-06-10",
    )
    assert found.who("both men") == "Salva Kiir + Riek Machar"
    assert found.who("the two sides") == "Salva Kiir + Riek Machar"


def test_the_two_countries_are_those_named_as_one(read):
    found = read(
        "Thailand and Cambodia agreed a truce in Malaysia. Anwar Ibrahim of Malaysia welcomed a Thai envoy. "
        "Commanders of the two countries will meet.",
        "2025-07-28",
    )
    assert found.who("the two countries") in {"Thailand + Cambodia", "Cambodia + Thailand"}
