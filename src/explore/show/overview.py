"""A reading at a glance: what was read, when it was published and how that is known, what was found."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from explore.show.view import RULE, View
from explore.wording import count, when

if TYPE_CHECKING:
    from datetime import date

    from explore.reading import Reading

HOW_KNOWN = {
    "given": "told by the reader",
    "metadata": "from the page’s own metadata",
    "url": "from the address",
    "dateline": "stated in the article",
    "inferred": "worked out from the text",
}


def overview(reading: Reading) -> View:
    """Return the title, the source, the day with its evidence, and how much was found."""
    notes = [("Note", warning) for warning in reading.article.warnings]
    rows = [*_about(reading), *_published(reading), ("Found", _found(reading)), *notes]
    title = reading.article.title or reading.article.origin
    cell = f"text-align:left;vertical-align:top;padding:4px 16px 4px 0;border-bottom:{RULE}"
    body = "".join(
        f'<tr><th scope="row" style="{cell};white-space:nowrap">{escape(name)}</th>'
        f'<td style="{cell}">{escape(words)}</td></tr>'
        for name, words in rows
    )
    html = (
        f'<div style="max-width:860px"><h3>{escape(title)}</h3>'
        f'<table style="border-collapse:collapse;line-height:1.45"><tbody>{body}</tbody></table>'
        f"{_cut(reading)}</div>"
    )
    return View(html, "\n".join([title, *(f"{name}: {words}" for name, words in rows)]))


def _about(reading: Reading) -> list[tuple[str, str]]:
    article = reading.article
    named = {"Source": article.source, "Author": article.author, "Address": article.url}
    return [(name, value) for name, value in named.items() if value]


def _published(reading: Reading) -> list[tuple[str, str]]:
    """Return the day, or the span that is certain, and why we think so."""
    day, (begin, end) = reading.published, reading.published_span
    if day:
        known = f"{when(day)}, {HOW_KNOWN.get(reading.published_from or '', 'source not known')}"
    elif begin or end:
        known = f"day not known; {_between(begin, end)}"
    else:
        known = "not known"
    evidence = reading.published_evidence
    return [("Published", known), *([("Evidence", evidence)] if evidence else [])]


def _between(begin: date | None, end: date | None) -> str:
    if begin and end:
        return f"between {when(begin)} and {when(end)}"
    return f"not before {when(begin)}" if begin else f"not after {when(end)}"


def _found(reading: Reading) -> str:
    quotes = reading.quotes
    said = quotes[~quotes["heading"].fillna(False)]
    return ", ".join(
        (
            count(len(reading.article.text.split()), "word"),
            count(len(reading.events), "event"),
            count(len(said), "quotation"),
            count(len(reading.actors), "actor"),
            count(len(reading.dates), "date"),
        )
    )


def _cut(reading: Reading) -> str:
    """Return what was cut from around the article, folded away."""
    lines = "".join(
        f"<li>{escape(f.text)} <em>({escape(f.reason)})</em></li>" for f in reading.article.furniture
    )
    number = count(len(reading.article.furniture), "piece")
    return (
        f"<details><summary>Cut from around the article: {number}</summary><ul>{lines}</ul></details>"
        if lines
        else ""
    )
