"""The day a web page was published: what htmldate finds, believed where the page states it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from explore.sources.body import is_large
from explore.sources.days import day_of
from explore.sources.metadata import articles_of
from explore.written_days import day_in_address, days_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

# The thorough search for a day is slow on pages of many links.
_LONGEST_SEARCHED = 1_500_000
# A line that says when a page was published is short; what is longer tells a story of other days.
_LONGEST_CREDIT = 20
_SENTENCE = re.compile(r"(?:\S+\s+){8}.*[.!?][\"'”’)]*$", re.DOTALL)


def published_of(
    tree: HtmlElement,
    objects: list[dict[str, Any]],
    markup: str,
    blocks: Sequence[str],
    url: str | None,
    credited: date | None,
) -> tuple[date | None, str | None]:
    """Return the day a page was published and where it was found ("metadata", "url", "dateline").

    Parameters
    ----------
    tree : HtmlElement
    objects : list of dict
        The page's JSON-LD.
    markup : str
    blocks : sequence of str
        What the page shows.
    url : str, optional
    credited : datetime.date, optional
        The day that a line beside the body states.
    """
    day = _typed(_searched(tree, markup, url), objects)
    if day and not _is_stated(day, markup, blocks, url):
        day = None
    in_address = day_in_address(url or "")
    if day is None:
        day = credited or in_address
        return day, ("dateline" if credited else "url") if day else None
    # Metadata count in UTC; the line that readers see has the day of the place.
    if credited and credited != day and abs(credited - day) <= timedelta(days=1):
        return credited, "dateline"
    return day, "url" if day == in_address else "metadata"


def _searched(tree: HtmlElement, markup: str, url: str | None) -> date | None:
    from htmldate import find_date

    if is_large(markup):
        return None
    limit = datetime.now(UTC) + timedelta(days=2)
    try:
        found = find_date(
            tree,
            extensive_search=len(markup) < _LONGEST_SEARCHED,
            original_date=True,
            url=url,
            max_date=limit.replace(tzinfo=None),
        )
        return date.fromisoformat(found) if found else None
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


def _typed(day: date | None, objects: list[dict[str, Any]]) -> date | None:
    """Return the day of the page's one article where `day` is that of something else (its site, a video)."""
    articles = articles_of(objects)
    stated = {found for o in articles if (found := day_of(str(o.get("datePublished"))))}
    others = {found for o in objects if o not in articles and (found := day_of(str(o.get("datePublished"))))}
    return stated.pop() if len(stated) == 1 and (day is None or day in others - stated) else day


def _is_stated(day: date, markup: str, blocks: Sequence[str], url: str | None) -> bool:
    """Say whether a page states a day in its metadata, its address or a line of credits."""
    if day.isoformat() in markup or day.strftime("%Y%m%d") in markup or day_in_address(url or "") == day:
        return True
    short = [b for b in blocks if len(b.split()) <= _LONGEST_CREDIT and not _SENTENCE.search(b)]
    numeric = re.compile(
        rf"(?<!\d)(?:0?{day.day}([/.-])0?{day.month}|0?{day.month}([/.-])0?{day.day})[/.-]{day.year}(?!\d)"
    )
    return any(day in days_in(block) or numeric.search(block) for block in short)
