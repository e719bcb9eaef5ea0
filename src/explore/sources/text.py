"""Pasted and plain text to an Article: credits read, furniture cut and listed, title and headings found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from explore.article import LONGEST, Article, Furniture, Paragraph, looks_like_heading
from explore.errors import error
from explore.sources.credits import Credits, read_credits
from explore.sources.decode import tidy
from explore.sources.english import is_gibberish, other_language
from explore.sources.furniture import Cut, cut_furniture
from explore.sources.headline import headline_of
from explore.sources.kinds import is_binary_text
from explore.sources.lines import Line, lines_of
from explore.sources.rows import Rows, rows_of
from explore.sources.several import other_beginnings, prose_cut

if TYPE_CHECKING:
    from datetime import date

LONGEST_WORD = 1_000


@dataclass(frozen=True, slots=True)
class _Parts:
    rows: Rows
    lines: list[Line]
    cut: Cut
    credits: Credits
    title: int | None


def article_from_paste(
    text: str,
    title: str | None = None,
    published: date | None = None,
    origin: object = "the text",
) -> Article:
    """Return the article in a pasted text, with what was cut listed in `article.furniture`.

    Parameters
    ----------
    text : str
    title : str, optional
        The headline, if known; found in the text if left out.
    published : datetime.date, optional
        The day of publication, if known; a date line of the text counts if left out.
    origin : object
        What to call the text in errors.

    Raises
    ------
    SourceError
        If there is no text, too much of it, or it is not English.
    """
    if len(text) > 2 * LONGEST:
        raise error("too_large", origin, limit=f"{LONGEST:,} characters")
    check_is_text(text, origin)
    tidied, warnings = tidy(text)
    parts = _parts(tidied)
    if parts is None:
        raise error("empty", origin)
    body = [parts.lines[i] for i in parts.cut.kept]
    check_words("\n".join(line.text for line in body), origin)
    article = _assembled(parts, title, published, origin)
    return replace(article, warnings=(*warnings, *_doubts(parts)))


def plain_article(
    text: str, title: str | None = None, published: date | None = None, origin: object = "the text"
) -> Article:
    """Return a text as an article without cutting anything: only unreadable characters are removed."""
    if len(text) > 2 * LONGEST:
        raise error("too_large", origin, limit=f"{LONGEST:,} characters")
    check_is_text(text, origin)
    tidied, warnings = tidy(text)
    if not tidied.strip():
        raise error("empty", origin)
    check_words(tidied, origin)
    article = Article.from_text(tidied, title=title, published=published)
    return replace(article, origin=str(origin), warnings=warnings)


def clean_text(text: str) -> str:
    r"""Return the body of a pasted text: its paragraphs and subheadings, without title and furniture.

    >>> clean_text(
    ...     "Home\nLog in\nSubscribe\n\nXi Jinping arrived in Moscow on Monday for a state visit of "
    ...     "three days, his first journey abroad since he was elected again.\n\nShare"
    ... )
    'Xi Jinping arrived in Moscow on Monday for a state visit of three days, his first journey...'
    """
    parts = _parts(tidy(text)[0])
    if parts is None:
        return ""
    return "\n\n".join(parts.lines[i].text for i in parts.cut.kept if i != parts.title)


def check_is_text(text: str, origin: object) -> None:
    """Raise an error if a string was made from the bytes of a picture, a program or another binary file."""
    if is_binary_text(text) and any(c.isprintable() and not c.isspace() for c in text):
        raise error("binary", origin, what="a binary file")


def check_words(text: str, origin: object) -> None:
    """Raise an error if a text is too long, no sentence at all, or in another language than English."""
    if len(text) > LONGEST:
        raise error("too_large", origin, limit=f"{LONGEST:,} characters")
    language = other_language(text)
    if language:
        raise error("not_english", origin, language=language)
    if not re.search(r"[^\W\d_]{2}", text):
        raise error("no_words", origin)
    if max(map(len, text.split())) > LONGEST_WORD:
        raise error("long_word", origin, limit=LONGEST_WORD)
    if is_gibberish(text):
        raise error("no_english", origin)


def _parts(text: str) -> _Parts | None:
    """Return what a text is made of; None if it has no line."""
    rows = rows_of(text)
    lines = lines_of(rows)
    if not lines:
        rows = Rows(rows.text, {}, None)
        lines = lines_of(rows)
    if not lines:
        return None
    cut = cut_furniture(lines)
    credits = read_credits(lines, cut.kept[0], cut.kept[-1])
    said = dict(credits.lines)
    title = headline_of(lines, cut.kept, said)
    kept = tuple(i for i in cut.kept if i not in said or i == title)
    if title is not None and title not in kept:
        kept = (title, *kept)
    reasons = {i: said.get(i) or cut.reasons.get(i, "") for i in range(len(lines)) if i not in kept}
    return _Parts(rows, lines, Cut(kept, reasons, cut.sure), credits, title)


def _assembled(parts: _Parts, title: str | None, published: date | None, origin: object) -> Article:
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for i in parts.cut.kept:
        line = parts.lines[i].text
        kind = "title" if i == parts.title else "subheading" if looks_like_heading(line) else "body"
        paragraphs.append(Paragraph(at, at + len(line), kind))  # type: ignore[arg-type]
        pieces.append(line)
        at += len(line) + 2
    credits = parts.credits
    day = published or credits.published or credits.updated
    return Article(
        text="\n\n".join(pieces),
        paragraphs=tuple(paragraphs),
        title=title or (parts.lines[parts.title].text if parts.title is not None else parts.rows.subject),
        source=credits.source,
        author=credits.author,
        published=day,
        published_from="given" if published else "dateline" if day else None,
        furniture=_furniture(parts),
        origin=str(origin),
    )


def _furniture(parts: _Parts) -> tuple[Furniture, ...]:
    rows = [
        Furniture(" ".join(parts.rows.text[i].split()), reason, i + 1)
        for i, reason in parts.rows.cut.items()
        if parts.rows.text[i].strip()
    ]
    lines = [
        Furniture(parts.lines[i].text, reason, parts.lines[i].number)
        for i, reason in parts.cut.reasons.items()
    ]
    return tuple(sorted(rows + lines, key=lambda f: f.line or 0))


def _doubts(parts: _Parts) -> tuple[str, ...]:
    doubts: tuple[str, ...] = ()
    if not parts.cut.sure:
        but = " but what surely is not" if parts.rows.cut else ""
        doubts = (f"not sure what is of the article: kept everything{but}",)
    begun = other_beginnings(parts.lines, parts.cut.kept)
    if begun:
        where = ", ".join(str(parts.lines[i].number) for i in begun[:5])
        lines = "line" if len(begun) == 1 else "lines"
        doubts += (f"there seem to be {len(begun) + 1} articles in it (others begin at {lines} {where})",)
    elif words := prose_cut(parts.lines, set(parts.cut.kept)):
        doubts += (f"another text of {words} words was cut: if it is of the article, load with clean=False",)
    return doubts
