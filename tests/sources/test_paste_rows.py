"""Rows that are surely not of an article are cut before its lines are judged; the text goes on across them."""

from __future__ import annotations

import pytest

from explore.sources.lines import lines_of
from explore.sources.rows import rows_of, sure_reason
from explore.sources.text import article_from_paste

MAIL = """\
From: Hana Novak <hana.novak@example.org>
Sent: Thursday, 21 September 2023 08:12
To: Desk <desk@example.org>
Subject: Fwd: Poland says it will stop arming Ukraine

> Poland says it will stop arming Ukraine
>
> Poland will no longer send weapons to Ukraine and will arm itself
> instead, Prime Minister Mateusz Morawiecki said on Wednesday, as a
> quarrel about grain between the two neighbours grew worse.
>
> Kyiv had complained to the World Trade Organization on Monday about
> the ban on its grain. Warsaw summoned the Ukrainian ambassador after
> President Volodymyr Zelenskyy spoke of it at the United Nations.

--
Hana Novak
Foreign desk
"""
PRINTED = """\
The Levant Review
41

Water and power on the upper Euphrates

When the last turbine of the dam at Tabqa stopped on 11 May, the en-
gineers who had kept it running through six years of war sat down in
the control room and drank tea. The lake behind the dam had sunk by

42
The Levant Review

five metres since the winter. For the towns on the banks this meant
dark evenings and dry taps, and bakers bought diesel to keep their
ovens hot.

43
The Levant Review

The price of bread in Raqqa doubled within a month, and the council
of the town asked the capital for help.
"""


def test_a_forwarded_mail_is_its_text_without_header_signature_and_quotation_marks():
    article = article_from_paste(MAIL)
    assert article.title == "Poland says it will stop arming Ukraine"
    assert "> " not in article.text
    assert "weapons to Ukraine and will arm itself instead" in article.text
    reasons = {f.line: f.reason for f in article.furniture}
    assert (reasons[2], reasons[17]) == ("e-mail header", "e-mail signature")


def test_the_day_of_a_mail_is_not_the_day_of_the_article():
    assert article_from_paste(MAIL).published is None


def test_a_transcript_with_few_fields_is_no_mail():
    rows = ["From: the archive", "Subject: Talks in Vienna", "They met on Monday."]
    assert rows_of("\n".join(rows)).cut == {}


def test_a_sentence_goes_on_across_a_running_head():
    text = [line.text for line in lines_of(rows_of(PRINTED))]
    assert any("the engineers who had kept it running" in t for t in text)
    assert any("had sunk by five metres since the winter" in t for t in text)
    assert not any("Levant Review" in t or t in {"41", "42", "43"} for t in text)


def test_numbers_of_sections_stay():
    text = "1\n\nRain fell on Monday.\n\n2\n\nSnow fell on Tuesday.\n\n3\n\nAll was quiet on Wednesday."
    assert rows_of(text).cut == {}


def test_links_of_markdown_are_their_words():
    text = "The generals [met on Sunday](https://example.org/a) in Djibouti, [diplomats](/d) said."
    assert rows_of(text).text == ("The generals met on Sunday in Djibouti, diplomats said.",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("READ ALSO: Uzbekistan picks a builder for small reactors", "link to another story"),
        ("Tags: Greece, Turkey, visas, tourism", "tags"),
        ("Residents look at the damage on Saturday. Photo: A. Mahmud", "picture caption"),
        ("A map of the strait. (Getty Images)", "picture caption"),
    ],
)
def test_rows_that_are_furniture_wherever_they_stand(row, reason):
    assert sure_reason(row) == reason


@pytest.mark.parametrize(
    "row",
    [
        "He was struck by a photo by a neighbour.",
        "Read also the first chapter of the treaty.",
        "Watch: how the river rises, said the old man, and you will know.",
        "The story continues below the surface of the lake.",
        "Share prices fell.",
        "The pictures came by courtesy of the museum.",
    ],
)
def test_sentences_with_the_same_words_stay(row):
    assert sure_reason(row) is None


def test_paragraphs_after_a_link_to_another_story_are_kept():
    paragraphs = [
        "Kazakhstan's voters have approved the building of a nuclear power station, the first since the Soviet "
        "reactor at Aktau was shut down in 1999.",
        "Turnout was 64 percent. Opponents said that they had not been allowed to hold meetings.",
        "The government has not said who will build the station. Companies from four countries have made offers.",
        "The president favours a consortium of several countries.",
    ]
    between = ["Advertisement", "READ ALSO: Uzbekistan picks a builder for small reactors", "ADVERTISEMENT"]
    rows = ["Kazakhstan votes for its first nuclear power station"]
    for paragraph, row in zip(paragraphs, [*between, ""], strict=True):
        rows += [paragraph, row]
    article = article_from_paste("\n".join(rows))
    assert article.text.split("\n\n")[1:] == paragraphs


def test_the_line_over_the_date_line_is_the_title():
    text = (
        "Five questions on the Red Sea attacks\nUpdated: January 12, 2024\nWho is attacking the ships?\n"
        "The Houthis, who hold the north-west of Yemen, have fired at more than thirty ships since November.\n"
        "How much trade is hit?\n"
        "About 12 percent of the world's trade goes through the canal, and traffic has fallen by half since then."
    )
    assert article_from_paste(text).title == "Five questions on the Red Sea attacks"
