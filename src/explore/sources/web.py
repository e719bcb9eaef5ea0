"""Web pages to an Article: saved HTML, MHTML, and what `fetch` brings; the body by trafilatura."""

from __future__ import annotations

import copy
import email
import email.policy
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from explore.article import Article, Furniture, Paragraph, looks_like_heading
from explore.errors import error
from explore.sources import metadata
from explore.sources.credits import source_named
from explore.sources.decode import decode, tidy
from explore.sources.fetch import fetch
from explore.sources.text import check_words
from explore.sources.walls import is_listing, wall_in

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from lxml.html import HtmlElement

    from explore.article import ParagraphKind

_SKIPPED = {"script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button"}
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "figcaption", "blockquote", "td", "div", "a", "span")
_MOST_FURNITURE = 400
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_Lines = list[tuple[str, "ParagraphKind"]]


def article_from_url(url: str, published: date | None = None, allow_private: bool = False) -> Article:
    """Return the article at an http(s) address.

    Parameters
    ----------
    url : str
    published : datetime.date, optional
    allow_private : bool
        True lets addresses of this machine and its network be read.
    """
    page = fetch(url, allow_private=allow_private)
    from explore.sources.load import article_from_bytes

    article = article_from_bytes(page.data, url, published, declared=page.charset, url=page.url)
    return replace(article, url=article.url or page.url)


def article_from_mhtml(data: bytes, origin: object, published: date | None = None) -> Article:
    """Return the article of a page saved as one MIME message."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                text = decode(payload, origin, declared=part.get_content_charset()).text
                address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                url = str(address) if str(address).startswith(("http://", "https://")) else None
                return article_from_html(text, origin, published, url)
    raise error("no_article", origin)


def article_from_html(
    markup: str, origin: object | Path, published: date | None = None, url: str | None = None
) -> Article:
    """Return the article of a web page.

    Raises
    ------
    SourceError
        If there is no article in it, a wall or a list in its place, or it is not English.
    """
    tree = _parsed(markup)
    if tree is None:
        raise error("no_article", origin)
    objects = metadata.json_ld(tree)
    url = url or metadata.address_of(tree)
    title = metadata.title_of(tree, objects)
    title = tidy(title)[0] if title else None
    day, found_in, stated = metadata.published_of(copy.deepcopy(tree), markup, url)
    lines = _body(copy.deepcopy(tree)) or _json_body(objects) or _own_paragraphs(tree)
    lines = _trimmed(lines, title)
    _check_article(lines, tree, origin)
    source = next((s for text, _ in lines[-3:] if (s := source_named(text))), None)
    lines = [line for line in lines if not (source and source_named(line[0]))]
    article = _assembled(lines, title)
    warnings = () if stated or day is None or published else (
        f"the day of publication ({day}) was inferred from the page, which does not state it plainly",
    )  # fmt: skip
    return replace(
        article,
        source=source or metadata.site_of(tree, objects),
        author=metadata.author_of(tree, objects),
        url=url,
        published=published or day,
        published_from="given" if published else found_in,
        furniture=_furniture(tree, article.text),
        warnings=warnings,
        origin=str(origin),
    )


def _parsed(markup: str) -> HtmlElement | None:
    """Parse a page of any depth; a nesting that libxml2 refuses by default would lose the text silently."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _DECLARATION.sub("", markup.replace("\0", "")).encode("utf-8", "replace")
    try:
        return document_fromstring(text, parser=HTMLParser(huge_tree=True, encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None


def _body(tree: HtmlElement) -> _Lines:
    from trafilatura import bare_extraction

    document = bare_extraction(tree, include_comments=False)
    body = getattr(document, "body", None)
    if body is None:
        return []
    lines: _Lines = []
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
        "\n" + (e.tail or "") if e.tag == "lb" else (e.text or "") + (" " if e.tag == "cell" else "")
        if e is element
        else ("\n" if e.tag == "lb" else (e.text or "")) + (e.tail or "") + (" " if e.tag == "cell" else "")
        for e in element.iter()
        if isinstance(e.tag, str)
    )
    pieces: list[str] = []
    for part in raw.split("\n"):
        words = " ".join(part.split())
        if not words:
            continue
        if pieces and not re.search(r"[.!?…][\"'”’»)]*$", pieces[-1]):
            pieces[-1] += " " + words
        else:
            pieces.append(words)
    return [tidy(piece)[0] for piece in pieces]


def _json_body(objects: list[dict[str, object]]) -> _Lines:
    return [(tidy(line)[0], "body") for line in metadata.body_of(objects)]


def _own_paragraphs(tree: HtmlElement) -> _Lines:
    """Return the longer paragraphs of a page, where nothing else found an article."""
    texts = (" ".join("".join(p.itertext()).split()) for p in tree.iter("p"))
    found = [tidy(text)[0] for text in texts if len(text) >= 60]
    return [(text, "body") for text in dict.fromkeys(found)]


def _trimmed(lines: _Lines, title: str | None) -> _Lines:
    """Return the lines without the title, empty ones, and a list of links left at the end."""
    from explore.sources.features import signs_of

    kept = [(text, kind) for text, kind in lines if text and not (title and _same(text, title))]
    while kept and (
        kept[-1][1] == "subheading" or (len(kept[-1][0].split()) <= 12 and signs_of(kept[-1][0]))
    ):
        kept.pop()
    return kept


def _same(a: str, b: str) -> bool:
    return re.sub(r"\W+", "", a.lower()) == re.sub(r"\W+", "", b.lower())


def _check_article(lines: _Lines, tree: HtmlElement, origin: object) -> None:
    text = "\n".join(line for line, _ in lines)
    wall = wall_in(text or _visible(tree))
    if wall is None and len(text.split()) < 60:
        wall = wall_in(_visible(tree))
    if wall:
        raise error("wall", origin, what=wall)
    if not text.strip():
        raise error("no_article", origin)
    check_words(text, origin)
    if is_listing([line for line, _ in lines]):
        raise error("listing", origin)


def _visible(tree: HtmlElement) -> str:
    return "\n".join(_blocks(tree))


def _blocks(tree: HtmlElement) -> list[str]:
    """Return the texts of a page's smallest blocks, in order."""
    found: list[str] = []
    for element in tree.iter(*_BLOCKS, "noscript", "button"):
        own = [element.text or "", *(child.tail or "" for child in element)]
        if not any(part.strip() for part in own) or _inside_text(element):
            continue
        words = " ".join("".join(element.itertext()).split()) if len(element) < 200 else " ".join(own)
        if words and len(found) < 5 * _MOST_FURNITURE:
            found.append(words[:2000])
    return found


def _inside_text(element: HtmlElement) -> bool:
    """Say whether the element is part of a line of text, or of what is not shown."""
    for count, above in enumerate(element.iterancestors()):
        if count > 30:
            break
        if above.tag in _SKIPPED or above.tag in ("p", "li", "h1", "h2", "h3", "h4", "a", "span"):
            return True
    return False


def _furniture(tree: HtmlElement, text: str) -> tuple[Furniture, ...]:
    kept = re.sub(r"\W+", "", text)
    cut = (b for b in dict.fromkeys(_blocks(tree)) if (k := re.sub(r"\W+", "", b)) and k not in kept)
    return tuple(
        Furniture(block, "not in the body of the page")
        for block, _ in zip(cut, range(_MOST_FURNITURE), strict=False)
    )


def _assembled(lines: _Lines, title: str | None) -> Article:
    pieces: _Lines = [(title, "title"), *lines] if title else lines
    paragraphs, at = [], 0
    for text, kind in pieces:
        shown = "body" if kind == "subheading" and not looks_like_heading(text) else kind
        paragraphs.append(Paragraph(at, at + len(text), shown))
        at += len(text) + 2
    return Article(text="\n\n".join(t for t, _ in pieces), paragraphs=tuple(paragraphs), title=title)
