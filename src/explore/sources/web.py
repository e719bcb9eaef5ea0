"""Web pages to an Article: saved HTML, MHTML, and what `fetch` brings; the body by trafilatura."""

from __future__ import annotations

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
from explore.sources.features import signs_of
from explore.sources.markup import words_of, words_within
from explore.sources.text import check_words, plain_article
from explore.sources.walls import is_listing, wall_in

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

    from explore.article import ParagraphKind

_SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button"))
_BLOCKS = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "figcaption", "blockquote", "td", "div", "a", "span"),
    *("noscript", "button"),
)
_IN_LINE = frozenset(("p", "li", "h1", "h2", "h3", "h4", "a", "span"))
_MOST_FURNITURE = 400
_LONGEST_BLOCK = 2000
_SHORT_PAGE = 60
_LONGEST_PAGE = 8_000_000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_Lines = list[tuple[str, "ParagraphKind"]]


def article_from_mhtml(
    data: bytes, origin: object, published: date | None = None, clean: bool = True
) -> Article:
    """Return the article of a page saved as one MIME message."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                text = decode(payload, origin, declared=part.get_content_charset()).text
                address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                url = str(address) if str(address).startswith(("http://", "https://")) else None
                return article_from_html(text, origin, published, url, clean)
    raise error("no_article", origin)


def article_from_html(
    markup: str, origin: object, published: date | None = None, url: str | None = None, clean: bool = True
) -> Article:
    """Return the article of a web page.

    Parameters
    ----------
    markup : str
    origin : object
        What to call the page in errors.
    published : datetime.date, optional
    url : str, optional
        The address it came from; the page's own word for it if left out.
    clean : bool
        False keeps everything that the page shows.

    Raises
    ------
    SourceError
        If there is no article in it, a wall or a list in its place, or it is not English.
    """
    if len(markup) > _LONGEST_PAGE:
        raise error("too_large", origin, limit=f"{_LONGEST_PAGE:,} characters for a page")
    if not clean:
        return plain_article(words_of(markup), published=published, origin=origin)
    tree = _parsed(markup)
    if tree is None:
        raise error("no_article", origin)
    objects = metadata.json_ld(tree)
    url = url or metadata.address_of(tree)
    title = metadata.title_of(tree, objects)
    title = tidy(title)[0] if title else None
    day, found_in, stated = metadata.published_of(tree, markup, url)
    lines = _trimmed(_article_lines(markup, tree, objects), title)
    _check_article(lines, tree, origin)
    source = next((s for text, _ in lines[-3:] if (s := source_named(text))), None)
    lines = [line for line in lines if not (source and source_named(line[0]))]
    warnings = () if stated or day is None or published else (
        f"the day of publication ({day}) was inferred from the page, which does not state it plainly",
    )  # fmt: skip
    article = _assembled(lines, title)
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


def _article_lines(markup: str, tree: HtmlElement, objects: list[dict[str, object]]) -> _Lines:
    """Return the body as trafilatura finds it; the page's JSON-LD or longer paragraphs where it does not."""
    found = _body(markup)
    given = _json_body(objects)
    # Its own fallback to JSON-LD glues the paragraphs.
    if given and (not found or _same(" ".join(t for t, _ in found), " ".join(t for t, _ in given))):
        return given
    return _with_headings(found, tree) or _own_paragraphs(tree)


def _with_headings(lines: _Lines, tree: HtmlElement) -> _Lines:
    """Return the lines with the headings that the page has between two of them and trafilatura dropped."""
    known = {_letters(text) for text, _ in lines}
    before: dict[str, str] = {}
    inside, heading = False, ""
    for element in tree.iter("p", "li", "h2", "h3", "h4"):
        words = words_within(element, _LONGEST_BLOCK * 10)
        plain = _letters(words)
        if element.tag in ("h2", "h3", "h4"):
            heading = words if inside and plain not in known and not signs_of(words) else ""
            continue
        if plain in known and heading:
            before.setdefault(plain, tidy(heading)[0])
        inside, heading = plain in known, ""
    restored: _Lines = []
    for text, kind in lines:
        above = before.get(_letters(text))
        if above:
            restored.append((above, "subheading"))
        restored.append((text, kind))
    return restored


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _parsed(markup: str) -> HtmlElement | None:
    """Parse a page of any depth; a nesting that libxml2 refuses by default would lose the text silently."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _DECLARATION.sub("", markup.replace("\0", "")).encode("utf-8", "replace")
    try:
        return document_fromstring(text, parser=HTMLParser(huge_tree=True, encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None


def _body(markup: str) -> _Lines:
    from trafilatura import bare_extraction

    # Parsed once more, since it changes the tree.
    document = bare_extraction(_parsed(markup), include_comments=False)
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
        "\n" + (e.tail or "")
        if e.tag == "lb"
        else (e.text or "") + (" " if e.tag == "cell" else "")
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
    texts = (words_within(p, _LONGEST_BLOCK * 10) for p in tree.iter("p"))
    found = [tidy(text)[0] for text in texts if len(text) >= 60]
    return [(text, "body") for text in dict.fromkeys(found)]


def _trimmed(lines: _Lines, title: str | None) -> _Lines:
    """Return the lines without the title, empty ones, and a list of links left at the end."""
    kept = [(text, kind) for text, kind in lines if text and not (title and _same(text, title))]
    while kept and (
        kept[-1][1] == "subheading" or (len(kept[-1][0].split()) <= 12 and signs_of(kept[-1][0]))
    ):
        kept.pop()
    return kept


def _same(a: str, b: str) -> bool:
    return _letters(a) == _letters(b)


def _check_article(lines: _Lines, tree: HtmlElement, origin: object) -> None:
    text = "\n".join(line for line, _ in lines)
    wall = wall_in(text or _visible(tree))
    if wall is None and len(text.split()) < _SHORT_PAGE:
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


def _furniture(tree: HtmlElement, text: str) -> tuple[Furniture, ...]:
    kept = _letters(text)
    cut = (b for b in dict.fromkeys(_blocks(tree)) if (k := _letters(b)) and k not in kept)
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
