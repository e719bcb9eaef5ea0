"""Web pages to an Article: saved HTML and what `fetch` brings; the body by trafilatura."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explore.article import Article, Furniture, Paragraph, looks_like_heading
from explore.errors import error
from explore.sources import metadata
from explore.sources.body import body_lines, letters, parsed
from explore.sources.credits import source_named
from explore.sources.decode import tidy
from explore.sources.features import signs_of
from explore.sources.markup import words_of, words_within
from explore.sources.simplify import bearable
from explore.sources.text import check_words, plain_article
from explore.sources.walls import is_listing, wall_in

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

    from explore.sources.body import Lines

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
    markup = bearable(markup)
    tree = parsed(markup)
    if tree is None:
        raise error("no_article", origin)
    objects = metadata.json_ld(tree)
    url = url or metadata.address_of(tree)
    title = _plain(metadata.title_of(tree, objects))
    day, found_in, stated = metadata.published_of(tree, markup, url)
    lines = _trimmed(body_lines(markup, tree, objects), title)
    _check_article(lines, tree, origin)
    source = next((s for text, _ in lines[-3:] if (s := source_named(text))), None)
    lines = [line for line in lines if not (source and source_named(line[0]))]
    warnings = () if stated or day is None or published else (
        f"the day of publication ({day}) was inferred from the page, which does not state it plainly",
    )  # fmt: skip
    article = _assembled(lines, title)
    return replace(
        article,
        source=source or _plain(metadata.site_of(tree, objects)),
        author=_plain(metadata.author_of(tree, objects)),
        url=url,
        published=published or day,
        published_from="given" if published else found_in,
        furniture=_furniture(tree, article.text),
        warnings=warnings,
        origin=str(origin),
    )


def _plain(field: str | None) -> str | None:
    """Return a field of the page as one line of readable characters."""
    return " ".join(tidy(field)[0].split()) or None if field else None


def _trimmed(lines: Lines, title: str | None) -> Lines:
    """Return the lines without the title, empty ones, and a list of links left at the end."""
    kept = [(text, kind) for text, kind in lines if text and not (title and _same(text, title))]
    while kept and (
        kept[-1][1] == "subheading" or (len(kept[-1][0].split()) <= 12 and signs_of(kept[-1][0]))
    ):
        kept.pop()
    return kept


def _same(a: str, b: str) -> bool:
    return letters(a) == letters(b)


def _check_article(lines: Lines, tree: HtmlElement, origin: object) -> None:
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
    kept = letters(text)
    cut = (b for b in dict.fromkeys(_blocks(tree)) if (k := letters(b)) and k not in kept)
    return tuple(
        Furniture(block, "not in the body of the page")
        for block, _ in zip(cut, range(_MOST_FURNITURE), strict=False)
    )


def _assembled(lines: Lines, title: str | None) -> Article:
    pieces: Lines = [(title, "title"), *lines] if title else lines
    paragraphs, at = [], 0
    for text, kind in pieces:
        shown = "body" if kind == "subheading" and not looks_like_heading(text) else kind
        paragraphs.append(Paragraph(at, at + len(text), shown))
        at += len(text) + 2
    return Article(text="\n\n".join(t for t, _ in pieces), paragraphs=tuple(paragraphs), title=title)
