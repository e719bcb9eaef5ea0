"""The body of a web page as lines: by trafilatura, from the page's own data, or its longer paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.date_lines import date_line
from explore.sources import metadata
from explore.sources.credits import is_byline
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
_LEAST_PROSE = 600


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
    found = [] if is_large(markup) else _extracted(markup)
    given: Lines = [(tidy(line)[0], "body") for line in metadata.body_of(objects)]
    # Its own fallback to JSON-LD glues the paragraphs.
    if given and (
        not found or letters(" ".join(t for t, _ in found)) == letters(" ".join(t for t, _ in given))
    ):
        return given
    return _with_headings(found, tree) if found else _own_paragraphs(tree)


def is_large(markup: str) -> bool:
    """Say whether a page has more elements than any news page has."""
    return elements_in(markup) > _MOST_ELEMENTS


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
    tree = parsed(markup)
    if tree is None:
        return []
    _unfold(tree)
    document = bare_extraction(tree, include_comments=False)
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


def _unfold(tree: HtmlElement) -> None:
    """Make tables that lay out the page plain blocks: those with prose, or another table, in a cell."""
    parts: dict[HtmlElement, list[HtmlElement]] = {table: [] for table in tree.iter("table")}
    outer = {next(table.iterancestors("table"), None) for table in parts}
    for element in tree.iter("td", "th", "tr", "tbody"):
        table = next(element.iterancestors("table"), None)
        if table is not None:
            parts[table].append(element)
    for table, within in parts.items():
        if table in outer or any(_is_prose(cell) for cell in within if cell.tag in ("td", "th")):
            for element in (table, *within):
                element.tag = "div"


def _is_prose(cell: HtmlElement) -> bool:
    return len(words_within(cell, _LEAST_PROSE)) >= _LEAST_PROSE or len(cell.findall(".//p")) > 2


def _pieces(element: HtmlElement) -> list[str]:
    """Return the text of an element, parted at line breaks that end a sentence."""
    raw: list[str] = []
    for e in element.iter():
        if isinstance(e.tag, str):
            own = "\n" if e.tag == "lb" and e is not element else _one_line(e.text)
            after = "" if e is element else _one_line(e.tail)
            raw.extend((own, after, " " if e.tag == "cell" else ""))
    pieces: list[list[str]] = []
    parted = True
    for part in "".join(raw).split("\n"):
        words = " ".join(part.split())
        # An empty line, the end of a sentence, and credits part what stands in lines.
        if not words:
            parted = True
        elif parted or _SENTENCE_END.search(pieces[-1][-1][-40:]) or _is_credit(words, pieces[-1]):
            pieces.append([words])
            parted = False
        else:
            pieces[-1].append(words)
    return [tidy(" ".join(piece))[0] for piece in pieces]


def _one_line(text: str | None) -> str:
    """Return text of a page's source, where a line's end is a space."""
    return (text or "").replace("\n", " ")


def _is_credit(words: str, above: list[str]) -> bool:
    """Say whether one of two lines is a byline or a date line."""
    return (
        is_byline(words)
        or date_line(words) is not None
        or (len(above) == 1 and (is_byline(above[0]) or date_line(above[0]) is not None))
    )


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
