"""The line model reads the columns it was trained on, and keeps whole what says nothing of furniture."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from explore.sources.features import features
from explore.sources.line_model import line_model
from explore.sources.lines import lines_of
from explore.sources.second_look import second_look
from explore.sources.text import article_from_paste

LIST = """\
What the two Koreas agreed on in Pyongyang
The leaders of North and South Korea signed a joint declaration in Pyongyang on Wednesday. These are its main points.
The military
- No drills near the border from 1 November
- Eleven guard posts on each side to be taken down
The nuclear programme
The North will close its test site for good, with experts from other countries looking on.
"""
INTERVIEW = """\
Interview with the foreign minister of Moldova
Question: Minister, you have come straight from Brussels. Is the door open?
Answer: It is open, and there is a light on behind it.
Question: Will you speak to Moscow about it?
Answer: When there is someone to speak to.
Question: Thank you.
"""
SPEECH = """\
Mr President, Excellencies, ladies and gentlemen,
I come from an island that will not exist when the youngest of you retires. I say it because it is so.
(Applause.)
In Glasgow you spoke of a fund. In Dubai you gave it an address. I ask you today to give it money.
Thank you.
"""


def test_the_columns_are_those_of_the_training():
    written = json.loads(files("explore.sources").joinpath("line_model.json").read_text("utf-8"))
    lines = lines_of(LIST)
    table, names = features(lines)
    once = [trees.log_odds(table) for trees in line_model().first.values()]
    assert list(names) == written["features"]
    assert list(second_look(lines, once)[1]) == written["second look"]


@pytest.mark.parametrize("text", [LIST, INTERVIEW, SPEECH])
def test_a_text_that_says_nothing_of_furniture_is_kept_whole(text):
    article = article_from_paste(text)
    assert article.text.split("\n\n") == text.strip().split("\n")
    assert article.furniture == ()


def test_a_newsletter_box_between_paragraphs_is_cut_and_the_text_after_it_kept():
    paragraphs = [
        "HELSINKI — Finland and Estonia agreed on Monday to lay a second power cable under the Gulf of Finland.",
        "The energy ministers of the two countries signed the accord in Tallinn.",
        "Work is to begin in the spring of 2026, and the European Commission will pay for a third of it.",
        "Both governments want patrols on the sea bed, and have asked their allies for ships.",
    ]
    rows = ["Home", "World", "Log in", "Two countries lay a power cable", *paragraphs, "Related articles"]
    rows[6:6] = ["Sign up for our morning newsletter"]
    article = article_from_paste("\n\n".join(rows))
    assert all(p in article.text for p in paragraphs)
    assert "newsletter" not in article.text
