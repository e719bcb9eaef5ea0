"""What a web page shows, block by block: its paragraphs, headings, captions, links and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.article import Furniture
from explore.sources.body import letters
from explore.sources.markup import words_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button"))
_BLOCKS = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "figcaption", "blockquote", "td", "div", "a", "span"),
    *("noscript", "button"),
)
_IN_LINE = frozenset(("p", "li", "h1", "h2", "h3", "h4", "a", "span"))
_MOST_FURNITURE = 400
_LONGEST_BLOCK = 2000


def blocks_of(tree: HtmlElement) -> list[str]:
    """Return the texts of a page's smallest blocks, in order."""
    found: list[str] = []
    for element in tree.iter(*_BLOCKS):
        own = (element.text, *(child.tail for child in element[:50]))
        if not any(part and part.strip() for part in own) or _inside_text(element):
            continue
        words = words_within(element, _LONGEST_BLOCK)
        if words:
            found.append(words)
        if len(found) >= 5 * _MOST_FURNITURE:
            break
    return found


def _inside_text(element: HtmlElement) -> bool:
    """Say whether the element is part of a line of text, or of what is not shown."""
    above = element.getparent()
    for _ in range(30):
        if above is None:
            return False
        if above.tag in _SKIPPED or above.tag in _IN_LINE:
            return True
        above = above.getparent()
    return False


def cut_blocks(blocks: Sequence[str], text: str) -> tuple[Furniture, ...]:
    """Return the blocks of a page that are not in the text of its article."""
    kept = letters(text)
    cut = (b for b in dict.fromkeys(blocks) if (k := letters(b)) and k not in kept)
    return tuple(
        Furniture(block, "not in the body of the page")
        for block, _ in zip(cut, range(_MOST_FURNITURE), strict=False)
    )
