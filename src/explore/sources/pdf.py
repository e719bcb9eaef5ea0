"""PDF to an Article: the text by pypdf, lines joined to paragraphs, what every page repeats cut."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from explore.article import Article, Furniture
from explore.errors import ExploreError, error
from explore.sources.text import article_from_paste, plain_article

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_MOST_PAGES = 200
_EDGE = 2
_LEAST_LETTERS = 40
_SENTENCE_END = re.compile(r"[.!?…:]['\"’”»)\]]*$")


def article_from_pdf(
    data: bytes, origin: object, published: date | None = None, clean: bool = True
) -> Article:
    """Return the article in a PDF.

    Raises
    ------
    SourceError
        If pypdf is not installed, the PDF is damaged, locked, too long, or has pictures in place of text.
    """
    pages = _pages(data, origin)
    if sum(c.isalpha() for page in pages for c in page) < _LEAST_LETTERS:
        raise error("no_text_in_pdf", origin)
    lines, repeated = _without_repeated([page.split("\n") for page in pages])
    read = article_from_paste if clean else plain_article
    article = read("\n".join(_as_paragraphs(lines)), published=published, origin=origin)
    cut = tuple(Furniture(line, "stands on every page") for line in repeated)
    return replace(article, furniture=(*article.furniture, *cut))


def _pages(data: bytes, origin: object) -> list[str]:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise error("extra", origin, what="a PDF", extra="pdf") from None
    # It tells each flaw of a file on stderr; what matters to a reader is in our error.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise error("locked", origin)
        if len(reader.pages) > _MOST_PAGES:
            raise error("too_large", origin, limit=f"{_MOST_PAGES} pages")
        return [page.extract_text() for page in reader.pages]
    except ExploreError:
        raise
    # What a damaged file makes pypdf raise is of many kinds, not all of them its own.
    except Exception as why:
        raise error("broken_file", origin, what="PDF", why=type(why).__name__) from None


def _without_repeated(pages: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """Return the lines of all pages without running heads and page numbers, and those."""
    edges = Counter(
        _plain(line)
        for page in pages
        for line in {_plain(e): e for e in _edges(page)}.values()
        if line.strip()
    )
    repeated = {line for line, count in edges.items() if count >= max(2, len(pages) // 2)}
    kept: list[str] = []
    cut: dict[str, str] = {}
    for page in pages:
        at_edge = {i for i, line in enumerate(page) if line.strip()}
        near = {*sorted(at_edge)[:_EDGE], *sorted(at_edge)[-_EDGE:]}
        for i, line in enumerate(page):
            if i in near and _plain(line) in repeated:
                cut.setdefault(_plain(line), line.strip())
            else:
                kept.append(line.strip())
    return kept, list(cut.values())


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return lines[:_EDGE] + lines[-_EDGE:]


def _plain(line: str) -> str:
    """Return a line with its numbers as one sign: "Page 3 of 8" is the same on every page."""
    return re.sub(r"\d+", "#", " ".join(line.split()).lower())


def _as_paragraphs(lines: Sequence[str]) -> list[str]:
    """Return lines with a blank one after a short line that ends a sentence: there a paragraph ends."""
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    spaced: list[str] = []
    for line in lines:
        spaced.append(line)
        if line and len(line) < 0.8 * width and _SENTENCE_END.search(line):
            spaced.append("")
    return spaced
