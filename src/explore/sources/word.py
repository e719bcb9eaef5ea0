"""Word files (.docx): one article as it was typed, or an export of Nexis Uni with many (experimental)."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from explore.article import Article, Furniture
from explore.errors import error
from explore.sources.days import day_of
from explore.sources.failure import Failure, attempt
from explore.sources.records import Options, article_from_record
from explore.sources.text import article_from_paste

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explore.sources.blob import Blob

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 200_000_000
_END = "end of document"
_FIELD = re.compile(
    r"(byline|length|section|dateline|highlight|copyright|load-date)\b:?\s*(.*)", re.IGNORECASE
)
# What follows the body of an article in an export of Nexis Uni; seen in its files of 2019 to 2025.
_AFTER = re.compile(
    r"(?:classification|load-date:.*|graphic|notes|correction|end of document|"
    r"(?:publication-type|subject|language|person|geographic|industry|organization|company):.*)$",
    re.IGNORECASE,
)
_DAY_FORM = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}")


def articles_in_word(blob: Blob, clean: bool = True) -> Iterator[Article | Failure]:
    """Yield the articles in a Word file.

    Raises
    ------
    SourceError
        If the file is damaged.
    """
    lines = paragraphs_of_docx(blob)
    parts = _documents(lines)
    if not parts:
        read = article_from_paste if clean else Article.from_text
        yield attempt(lambda: replace(read("\n\n".join(lines)), origin=blob.name), blob.name)
    for number, part in enumerate(parts, 1):
        name = f"{blob.name}, document {number}"
        yield attempt(partial(_article, part, name), name)


def paragraphs_of_docx(blob: Blob) -> list[str]:
    """Return the texts of the paragraphs of a Word file.

    Raises
    ------
    SourceError
        If the file is damaged.
    """
    from lxml import etree

    try:
        with blob.open_anywhere() as stream, zipfile.ZipFile(stream) as archive:
            if archive.getinfo("word/document.xml").file_size > _LARGEST:
                raise error("bomb", blob.name)
            with archive.open("word/document.xml") as document:
                found = []
                for _, element in etree.iterparse(
                    document, tag=f"{_W}p", resolve_entities=False, no_network=True, load_dtd=False
                ):
                    found.append(" ".join("".join(_texts(element)).split()))
                    element.clear()
                return [line for line in found if line]
    except (zipfile.BadZipFile, KeyError, OSError, etree.LxmlError, NotImplementedError, RuntimeError) as why:
        raise error("broken_file", blob.name, what="Word file", why=str(why)[:120]) from None


def _texts(paragraph: object) -> Iterator[str]:
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):  # type: ignore[attr-defined]
        yield (node.text or "") if node.tag == f"{_W}t" else " "


def _documents(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines of each document of a Nexis export; none if the file is no such export."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line.casefold() == _END:
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in parts if any(line.casefold() == "body" for line in part)]


def _article(lines: Sequence[str], name: str) -> Article:
    body_at = next(i for i, line in enumerate(lines) if line.casefold() == "body")
    head, rest = lines[:body_at], lines[body_at + 1 :]
    stop = next((i for i, line in enumerate(rest) if _AFTER.match(line)), len(rest))
    # The day stands under the source, the source under the title; above may be the cover of the export.
    dated = next((i for i, line in enumerate(head) if _DAY_FORM.match(line) and day_of(line)), None)
    at = dated if dated is not None and dated >= 2 else 2
    fields = {m[1].lower(): m[2] for line in head if (m := _FIELD.match(line))}
    record = {
        "title": head[at - 2] if len(head) >= 2 else (head[0] if head else None),
        "source": head[at - 1] if len(head) >= 2 else None,
        "published": _day_words(head[dated]) if dated is not None else _day_words(_load_date(rest)),
        "author": fields.get("byline"),
        "text": "\n\n".join(rest[:stop]),
    }
    if not record["text"]:
        raise error("no_text", name)
    article = article_from_record(record, name, Options())
    cut = tuple(
        Furniture(line, "of the Nexis export") for line in (*head, *rest[stop:]) if line != record["title"]
    )
    return replace(article, furniture=(*article.furniture, *cut))


def _load_date(lines: Sequence[str]) -> str:
    return next((line for line in lines if line.casefold().startswith("load-date")), "")


def _day_words(line: str) -> str | None:
    """Return only the day of a line such as "April 8, 2024 Monday 10:00 AM GMT"."""
    found = _DAY_FORM.search(line)
    return found.group() if found else None
