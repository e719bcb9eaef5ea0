"""Web pages to an Article: saved HTML and what `fetch` brings; the body by trafilatura."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from explore.article import Article, Paragraph, looks_like_heading
from explore.errors import error
from explore.sources import metadata
from explore.sources.blocks import blocks_of, cut_blocks
from explore.sources.body import body_lines, letters, parsed
from explore.sources.credits import credited_in, read_credits
from explore.sources.decode import tidy
from explore.sources.features import signs_of
from explore.sources.lines import Line
from explore.sources.markup import words_of, words_within
from explore.sources.published import published_of
from explore.sources.simplify import bearable
from explore.sources.text import LONGEST_WORD, check_words, plain_article
from explore.sources.walls import is_index, wall_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lxml.html import HtmlElement

    from explore.sources.body import Lines
    from explore.sources.credits import Credits

_SHORT_PAGE = 60
_LEAST_PROSE = 12
_MOST_CREDITS = 8
_LONGEST_LINK = 300
_MOST_LINKS = 5_000
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
    blocks = blocks_of(tree)
    lines = _trimmed(body_lines(markup, tree, objects), title)
    says_article = bool(metadata.articles_of(objects)) or metadata.meta(tree, "og:type") == "article"
    _check_article(lines, blocks, tree, origin, says_article)
    lines, credits = _without_credits(lines)
    day, found_in = published_of(tree, objects, markup, blocks, url, credits.published)
    article = _assembled(lines, title)
    return replace(
        article,
        source=_named(credits) or _plain(metadata.site_of(tree, objects)) or credits.source,
        author=_plain(metadata.author_of(tree, objects)) or credits.author or credited_in(blocks),
        url=url,
        published=published or day,
        published_from="given" if published else found_in,
        furniture=cut_blocks(blocks, article.text),
        origin=str(origin),
    )


def _plain(field: str | None) -> str | None:
    """Return a field of the page as one line of readable characters."""
    return " ".join(tidy(field)[0].split()) or None if field else None


def _trimmed(lines: Lines, title: str | None) -> Lines:
    """Return the lines without the title, empty ones, data, and a list of links left at the end."""
    kept = [(text, kind) for text, kind in lines if text and not (title and _same(text, title))]
    while kept and (
        kept[-1][1] == "subheading" or (len(kept[-1][0].split()) <= 12 and signs_of(kept[-1][0]))
    ):
        kept.pop()
    words = [line for line in kept if max(map(len, line[0].split())) <= LONGEST_WORD]
    return words or kept


def _same(a: str, b: str) -> bool:
    return letters(a) == letters(b)


def _without_credits(lines: Lines) -> tuple[Lines, Credits]:
    """Return the lines without those that only say who wrote it, when and for whom, and what they say."""
    numbered = [Line(text, number, 0) for number, (text, _) in enumerate(lines)]
    first = next((i for i, (text, _) in enumerate(lines) if len(text.split()) >= _LEAST_PROSE), 0)
    credits = read_credits(numbered, min(first, _MOST_CREDITS), len(lines) - 1)
    said = {i for i, _ in credits.lines}
    kept = [line for i, line in enumerate(lines) if i not in said]
    return kept or lines, credits


def _named(credits: Credits) -> str | None:
    """Return the outlet a line says the article comes from; an agency in a dateline is not the outlet."""
    return credits.source if any(reason == "names the source" for _, reason in credits.lines) else None


def _check_article(
    lines: Lines, blocks: Sequence[str], tree: HtmlElement, origin: object, says_article: bool
) -> None:
    text = "\n".join(line for line, _ in lines)
    shown = "\n".join(blocks)
    wall = wall_in(text or shown)
    if wall is None and len(text.split()) < _SHORT_PAGE:
        wall = wall_in(shown)
    if wall:
        raise error("wall", origin, what=wall)
    if not text.strip():
        raise error("no_article", origin)
    check_words(text, origin)
    if is_index([line for line, _ in lines], _linked(tree) if says_article else None):
        raise error("listing", origin)


def _linked(tree: HtmlElement) -> set[str]:
    """Return the words of the page's links."""
    return {words_within(link, _LONGEST_LINK) for link in islice(tree.iter("a"), _MOST_LINKS)}


def _assembled(lines: Lines, title: str | None) -> Article:
    pieces: Lines = [(title, "title"), *lines] if title else lines
    paragraphs, at = [], 0
    for text, kind in pieces:
        shown = "body" if kind == "subheading" and not looks_like_heading(text) else kind
        paragraphs.append(Paragraph(at, at + len(text), shown))
        at += len(text) + 2
    return Article(text="\n\n".join(t for t, _ in pieces), paragraphs=tuple(paragraphs), title=title)
