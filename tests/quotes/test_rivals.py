"""Who says it where the sentence names several: whoever its form tells."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Holub knows that a “thin” deal is no good idea, a second person briefed on the call said.",
            "second person",
        ),
        ("That made Anna Brandt believe that the staff were “simply afraid of him.”", "Anna Brandt"),
        ("This plan, says Marek Holub, a chemist in Bergen, helps the farmers of the region.", "Marek Holub"),
        (
            "One Bergen-based shipping expert said that the port was too small.",
            "One Bergen-based shipping expert",
        ),
        ("Another trader said that the deal was dead.", "Another trader"),
    ],
)
def test_the_form_of_the_sentence_tells_who_says_it(quotes_in, text, speaker):
    assert quotes_in(text)["speaker"].tolist() == [speaker]
