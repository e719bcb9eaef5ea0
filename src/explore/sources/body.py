"""The body of a web page as lines: by trafilatura, from the page's own data, or its longer paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.sources import metadata
from explore.sources.decode import tidy
from explore.sources.features import signs_of
from explore.sources.markup import words_within
from explore.sources.simplify import elements_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from explore.article import ParagraphKind

    Lines = list[tuple[str, ParagraphKind]]

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
# On pages of more elements trafilatura takes minutes; news pages have one to ten thousand.
_MOST_ELEMENTS = 25_000
_LONGEST_PARAGRAPH = 1_000_000
_LONGEST_HEADING = 2_000
_LEAST_PARAGRAPH = 60


def parsed(markup: str) -> HtmlElement | None:
    """Parse a page of any depth; a nesting that libxml2 refuses by default would lose the text silently."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _DECLARATION.sub("", markup.replace("\0", "")).encode("utf-8", "replace")
    try:
        return document_fromstring(text, parser=HTMLParser(huge_tree=True, encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None


def body_lines(markup: str, tree: HtmlElement, objects: list[dict[str, object]]) -> Lines:
    """Return the body as trafilatura finds it; the page's JSON-LD or longer paragraphs where it does not."""
    found = _extracted(markup) if elements_in(markup) <= _MOST_ELEMENTS else []
    given: Lines = [(tidy(line)[0], "body") for line in metadata.body_of(objects)]
    # Its own fallback to JSON-LD glues the paragraphs.
    if given and (
        not found or letters(" ".join(t for t, _ in found)) == letters(" ".join(t for t, _ in given))
    ):
        return given
    return _with_headings(found, tree) if found else _own_paragraphs(tree)


def letters(text: str) -> str:
    """Return what of a text does not hang on its layout and its punctuation."""
    return re.sub(r"\W+", "", text.lower())


def _with_headings(lines: Lines, tree: HtmlElement) -> Lines:
    """Return the lines with the headings that the page has between two of them and trafilatura dropped."""
    known = {letters(text) for text, _ in lines}
    before: dict[str, str] = {}
    inside, heading = False, ""
    for element in tree.iter("p", "li", "h2", "h3", "h4"):
        words = words_within(element, _LONGEST_HEADING * 10)
        plain = letters(words)
        if element.tag in ("h2", "h3", "h4"):
            heading = words if inside and plain not in known and not signs_of(words) else ""
            continue
        if plain in known and heading:
            before.setdefault(plain, tidy(heading)[0])
        inside, heading = plain in known, ""
    restored: Lines = []
    for text, kind in lines:
        above = before.get(letters(text))
        if above:
            restored.append((above, "subheading"))
        restored.append((text, kind))
    return restored


def _extracted(markup: str) -> Lines:
    from trafilatura import bare_extraction

    # Parsed once more, since it changes the tree.
    document = bare_extraction(parsed(markup), include_comments=False)
    body = getattr(document, "body", None)
    if body is None:
        return []
    lines: Lines = []
    for element in body.iter("head", "p", "item", "quote", "row", "code"):
        if element.tag in ("quote", "item") and element.find(".//p") is not None:
            continue
        if any(a.tag in ("p", "row", "head") for a in element.iterancestors()):
            continue
        kind: ParagraphKind = "subheading" if element.tag == "head" else "body"
        lines.extend((text, kind) for text in _pieces(element))
    return lines


def _pieces(element: HtmlElement) -> list[str]:
    """Return the text of an element, parted at line breaks that end a sentence."""
    raw = "".join(
        "\n" + (e.tail or "")
        if e.tag == "lb"
        else (e.text or "") + (" " if e.tag == "cell" else "")
        if e is element
        else ("\n" if e.tag == "lb" else (e.text or "")) + (e.tail or "") + (" " if e.tag == "cell" else "")
        for e in element.iter()
        if isinstance(e.tag, str)
    )
    pieces: list[list[str]] = []
    for part in raw.split("\n"):
        words = " ".join(part.split())
        if not words:
            continue
        if pieces and not _SENTENCE_END.search(pieces[-1][-1][-40:]):
            pieces[-1].append(words)
        else:
            pieces.append([words])
    return [tidy(" ".join(piece))[0] for piece in pieces]


def _own_paragraphs(tree: HtmlElement) -> Lines:
    """Return the longer paragraphs of a page, or its longer stretches of text if it has none."""
    found = list(_longer(words_within(p, _LONGEST_PARAGRAPH) for p in tree.iter("p")))
    if not found:
        pieces = (
            part for e in tree.iter("div", "td", "article", "section", "br") for part in (e.text, e.tail)
        )
        found = list(_longer(" ".join(piece.split()) for piece in pieces if piece))
    return [(tidy(text)[0], "body") for text in dict.fromkeys(found)]


def _longer(texts: Iterator[str]) -> Iterator[str]:
    return (text for text in texts if len(text) >= _LEAST_PARAGRAPH)
