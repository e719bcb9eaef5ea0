"""Source, byline and date lines beside an article."""

from __future__ import annotations

from datetime import date

import pytest

from explore.sources.credits import date_line, is_byline, source_named


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("This article is originally published on lefigaro.fr", "lefigaro.fr"),
        ("This story first appeared in The Example Post.", "The Example Post"),
        ("Source: Xinhua", "Xinhua"),
        ("Originally published at https://www.example.org/2024/04/08/visit", "example.org"),
    ],
)
def test_a_line_that_names_the_source(line, source):
    assert source_named(line) == source


@pytest.mark.parametrize(
    "line",
    [
        "The report was published on Tuesday by the ministry.",
        "Sources in Moscow said no.",
        "Published on Monday",
    ],
)
def test_a_line_that_names_none(line):
    assert source_named(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("April 8, 2024", date(2024, 4, 8)),
        ("Mon 8 Apr 2024 09.15 BST", date(2024, 4, 8)),
        ("Posted on 2024-04-08 at 10:30", date(2024, 4, 8)),
        ("Published 28/04/2024", date(2024, 4, 28)),
        ("Published 2 April 2025, 07:15 CEST", date(2025, 4, 2)),
        ("8 April 2024 21:40 SGT", date(2024, 4, 8)),
    ],
)
def test_a_date_line(line, day):
    assert date_line(line)[0][1] == day


def test_a_day_that_can_be_read_two_ways_is_none():
    assert date_line("Published 04/05/2024") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("By Jane Doe", True),
        ("By Jane Doe and Li Na in Beijing", True),
        ("By then the war had ended.", False),
    ],
)
def test_a_byline(line, says):
    assert is_byline(line) == says
