"""Entries of an RSS or Atom feed as records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from explore.errors import error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Record = tuple[str, Mapping[str, Any]]

_FIRST_ELEMENT = re.compile(rb"<([a-z][a-z0-9:]*)[\s>]", re.IGNORECASE)


def looks_like_feed(head: bytes) -> bool:
    """Say whether a file that begins so is a feed.

    >>> looks_like_feed(b'<?xml version="1.0"?><rss version="2.0">'), looks_like_feed(b"<html>")
    (True, False)
    """
    first = _FIRST_ELEMENT.search(head) if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else None
    return first is not None and first.group(1).lower() in (b"rss", b"feed", b"rdf:rdf")


def entries_of(data: bytes, name: str) -> Iterator[Record]:
    """Yield the entries of a feed.

    Raises
    ------
    SourceError
        If the package that reads feeds is not installed, or there are no entries.
    """
    try:
        import feedparser
    except ImportError:
        raise error("extra", name, what="a feed", extra="feeds") from None
    feed = feedparser.parse(data)
    if not feed.entries:
        raise error("no_records", name)
    for number, entry in enumerate(feed.entries, 1):
        full = [part.get("value", "") for part in entry.get("content", ())]
        yield (
            f"{name}, entry {number}",
            {
                "text": max(full, key=len, default=None),
                "teaser": entry.get("summary"),
                "title": entry.get("title"),
                "published": entry.get("published") or entry.get("updated"),
                "source": (entry.get("source") or {}).get("title") or feed.feed.get("title"),
                "author": entry.get("author"),
                "url": entry.get("link"),
            },
        )
