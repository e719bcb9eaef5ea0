"""Which shapes are tried at a word: all that can match there, and few others."""

from __future__ import annotations

import random
import re

import pytest

from explore.dates.beginnings import beginnings, shapes_at
from explore.dates.find import _candidates
from explore.dates.grammar import shapes, words


@pytest.mark.parametrize(
    ("shape", "begins"),
    [
        ("{weekday} week", {*words("weekday")}),
        (r"\d{1,3}(?:,\d{3}){1,2} people", {"0"}),
        (r"['’]\d0s", {"'", "’"}),
        ("(?:pre-|post-)?{year}", {"pre", "post", "0"}),
        ("(?:the )?(?P<halfof>first|last) half", {"first", "last", "the first", "the last"}),
        ("the (?:the )?end", {"the the", "the end"}),
        (r"(?<!\d)(?!may)Q[1-4]", {"q"}),
        ("years?", {"year", "years"}),
        ("(?-i:spring|fall) (?>of )?{year}", {"spring", "fall"}),
        (r"A\.D\.|FY ?\d\d", {"a", "fy"}),
        ("[abc]t", {"at", "bt", "ct"}),
    ],
)
def test_a_shape_begins_with_its_first_words(shape: str, begins: set[str]) -> None:
    assert beginnings(shape) == begins


def test_no_shape_is_lost() -> None:
    """Whatever matches at a word is among the shapes that are tried there."""
    draw = random.Random(4)
    said = sorted(set(re.findall(r"[a-z]+", " ".join(shape.said for shape in shapes()))))
    said += [word for name in ("month", "weekday", "unit", "number", "shift", "part") for word in words(name)]
    said += ["the", "the", "the", "8", "15", "1999", "2024", "90s", "1st", "weeks", "years", "'98", "9/11"]
    for _ in range(100):
        text = "".join(
            draw.choice(said) + draw.choice(["  ", "-", ", ", "\u00a0", " ", " "]) for _ in range(40)
        )
        free = 0
        found = {one.start: one.end for one in _candidates(text, lambda _: True)}
        for word in re.finditer(r"[^\W\d_]+|\d+", text):
            at = word.start()
            if at < free or re.match(r"[\w$€£@#]", text[at - 1 : at]):
                continue
            longest = max(
                (match.end() for one in shapes() if (match := one.regex.match(text, at))), default=0
            )
            assert found.get(at, 0) == longest, text[at:]
            free = longest


def test_few_shapes_are_tried_at_a_word_that_begins_none() -> None:
    assert not shapes_at("minister")
    assert not shapes_at("the minister")
    assert len(shapes_at("friday")) < len(shapes()) / 3
