"""Days that a text calls its own: in brackets after today, in a correction, in a live report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explore.dates.find import find
from explore.dates.publication.evidence import observe
from explore.dates.publication.own_days import own_days
from explore.dates.resolve import ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    Dated = Callable[..., Doc]

CORRECTION = "The ferry sailed.\n\nCORRECTION: Because of an editing error, an article on May 5 about a ferry named its owner."
LIVE = (
    "The council is to vote on Friday.\n\n9:34 p.m.\n\nMayor Anna Berg said Thursday that she would stay.\n\n"
    "3:05 p.m.\n\nShe left on Thursday.\n\n11:20 a.m.\n\nThe council met on Wednesday."
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The report came out today (May 5).", ["“today” is “May 5”"]),
        ("She leaves tomorrow, Thursday.", ["“tomorrow” is “Thursday”"]),
        (CORRECTION, ["a correction says that it is of “May 5”"]),
        (LIVE, ["it is a live report of “Thursday”"]),
        ("The council met on Thursday, she said on Thursday.", []),
        ("The error was found by a reader of an article on ferries on May 5.", []),
    ],
)
def test_days_that_a_text_calls_its_own(dated: Dated, text: str, said: list[str]) -> None:
    doc = dated(text, None)
    found = find(doc)
    clues, _ = own_days(text, observe(doc, found, ways(doc, found)))
    assert [clue.said for clue in clues] == said
