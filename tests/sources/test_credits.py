"""Source and byline beside an article."""

from __future__ import annotations

import pytest

from explore.sources.credits import is_byline, source_named


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
    ("line", "says"),
    [
        ("By Jane Doe", True),
        ("By Jane Doe and Li Na in Beijing", True),
        ("By then the war had ended.", False),
    ],
)
def test_a_byline(line, says):
    assert is_byline(line) == says
