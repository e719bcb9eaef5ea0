"""The words of a piece of HTML in a field: a line for each block, no tags, no scripts."""

from __future__ import annotations

import re

from lxml import html

from explore.sources.simplify import bearable

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|section|article|table)\b[^<>]*/?>",
    re.I,
)
_BLOCKS = frozenset(
    (
        *(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "blockquote",
            "section",
            "article",
        ),
        *("tr", "table", "figure", "figcaption", "header", "footer", "br"),
    )
)
_UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "iframe", "object", "embed", "head", "svg", "math"),
        *("form", "button"),
    )
)


def has_markup(text: str) -> bool:
    """Say whether a text is a piece of HTML.

    >>> has_markup("<p>He said no.</p>"), has_markup("5 < 6 and 7 > 3")
    (True, False)
    """
    return _TAG.search(text) is not None


def words_of(fragment: str) -> str:
    r"""Return the words of a piece of HTML, a line for each block.

    >>> words_of("<p>Xi said <b>no</b>.</p><script>x()</script><p>He left.</p>")
    'Xi said no.\n\nHe left.'
    """
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(f"<div>{bearable(fragment)}</div>", parser=parser)
    pieces: list[str] = []
    # A walk without recursion: some pages are nested deeper than Python's stack.
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if done:
            pieces.append(("\n\n" if tag in _BLOCKS else "") + (node.tail or ""))
            continue
        stack.append((node, True))
        if tag in _UNSEEN:
            continue
        pieces.append(("\n\n" if tag in _BLOCKS else "") + (node.text or ""))
        stack.extend((child, False) for child in reversed(node))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n\n"))
    return "\n\n".join(line for line in lines if line)


def words_within(element: html.HtmlElement, most: int) -> str:
    """Return the words in an element on one line, at most so many characters."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part)
        if length > most:
            break
    return " ".join("".join(parts).split())[:most]
