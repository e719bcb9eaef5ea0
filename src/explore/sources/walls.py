"""Pages that stand in place of an article: cookie and subscription walls, scripts, robot checks, lists."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from explore.article import looks_like_heading

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
# A wall has a few sentences; an article that speaks of cookies or paywalls has many others.
_LONGEST_WALL = 250
_LEAST_ARTICLE = 60
_FINAL = '.!?…”"’)'


@cache
def _walls() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = json.loads(files("explore.sources").joinpath("walls.json").read_text("utf-8"))
    return tuple(
        (name, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE))
        for name, patterns in table.items()
        if name[0] != "_"
    )


def wall_in(text: str) -> str | None:
    """Return what stands where an article should be; None for an article.

    A short text is a wall where it says so and leaves less than an article beside, or where a
    subscription is asked for (what stands before it is a teaser).

    >>> wall_in("Please enable JavaScript to view this page.")
    'a request to switch JavaScript on'
    >>> wall_in("The two ministers met in Beijing on Monday.") is None
    True
    """
    words = len(text.split())
    if words > _LONGEST_WALL:
        return None
    said: dict[str, int] = {}
    for sentence in _SENTENCE.findall(text):
        for name, pattern in _walls():
            if pattern.search(sentence[:600]):
                said[name] = said.get(name, 0) + len(sentence.split())
                break
    if not said:
        return None
    name = max(said, key=lambda n: said[n])
    left = words - sum(said.values())
    if "the notice of a paywall" in said and said["the notice of a paywall"] >= 4 and words <= _LONGEST_WALL:
        return "the notice of a paywall"
    return name if left < _LEAST_ARTICLE else None


def is_listing(paragraphs: Sequence[str]) -> bool:
    """Say whether paragraphs are a list of stories: headline, teaser, headline, teaser.

    >>> is_listing(["Xi in Moscow", "The Chinese president arrived.", "Snow in Rome", "It snowed."] * 3)
    True
    """
    headed = sum(looks_like_heading(a) and not looks_like_heading(b) for a, b in pairwise(paragraphs))
    headings = sum(looks_like_heading(p) for p in paragraphs)
    texts = [len(p.split()) for p in paragraphs if not looks_like_heading(p)]
    short = sum(n <= 45 for n in texts)
    return headed >= 5 and headings >= 0.4 * len(paragraphs) and short >= 0.8 * len(texts)


def is_index(paragraphs: Sequence[str], linked: Container[str] | None = None) -> bool:
    """Say whether what was found in a page is a list of stories, with teasers or of headlines alone.

    Parameters
    ----------
    paragraphs : sequence of str
    linked : container of str, optional
        The words of the page's links, if it says that it is an article: there the headlines must be links,
        since the parts of a live report have headings, too.
    """
    if len(paragraphs) >= 10 and sum(p[-1] in _FINAL for p in paragraphs) < 0.2 * len(paragraphs):
        return True
    headlines = [p for p in paragraphs if looks_like_heading(p)]
    told = linked is None or 2 * sum(p in linked for p in headlines) >= len(headlines)
    return told and is_listing(paragraphs)
