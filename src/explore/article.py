"""What was published: an article, its paragraphs, and the furniture that was cut from around it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from html import escape
from typing import Literal, Self

from explore.errors import error

ParagraphKind = Literal["title", "subheading", "body"]

_FINAL = re.compile(r"[.!?…:;,]['\"’”»)\]]*$")
# The longest text that is read, in characters: three times the longest of magazines.
LONGEST = 500_000
_HEADING_WORDS = 14
# Halves of a character, left by broken JSON or bytes: they can be neither encoded nor written.
_HALVES = re.compile("[\ud800-\udfff]")


def given_day(value: date | str | None) -> date | None:
    """Return the day a user gives, as a date.

    >>> given_day("2024-04-07")
    datetime.date(2024, 4, 7)
    """
    day: object = value
    if isinstance(value, str):
        with suppress(ValueError):
            day = datetime.fromisoformat(value.strip())
    if isinstance(day, datetime):
        return day.date()
    if day is None or isinstance(day, date):
        return day
    raise error("bad_day", f"published={str(value)[:40]!r}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A stretch of an article's text.

    Attributes
    ----------
    start_char, end_char : int
        Characters of the article's text, end exclusive.
    kind : {"title", "subheading", "body"}

    >>> Article.from_text("Talks in Vienna\n\nThe ministers met.").paragraphs[1]
    Paragraph(start_char=17, end_char=35, kind='body')
    """

    start_char: int
    end_char: int
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Something that came with the article and is not of it (an advertisement, a list of links).

    Attributes
    ----------
    text : str
        The words as they stood.
    reason : str
        Why it was cut, in a few words.
    line : int or None
        The line of the source it began on, counted from 1.

    >>> Furniture("Subscribe", "an invitation to subscribe", line=12).line
    12
    """

    text: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was published.

    Attributes
    ----------
    text : str
        Title, subheadings and body, a blank line between paragraphs. Every offset in every table
        counts characters of this text.
    paragraphs : tuple of Paragraph
    title, source, author, url : str or None
    published : datetime.date or None
        The day of publication where it is given or stated; a reading may infer it.
    published_from : {"given", "metadata", "url", "dateline"} or None
        Where `published` was found.
    furniture : tuple of Furniture
        What was cut, with a reason each.
    warnings : tuple of str
        What a reader should know about the loading ("not sure what is furniture: kept everything").
    origin : str
        What it was loaded from, as the user wrote it.

    >>> from datetime import date
    >>> Article.from_text("The ministers met in Vienna.", published=date(2023, 5, 4))
    Article('The ministers met in Vienna.', 5 words, 2023-05-04)
    """

    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: str | None = None
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[str, ...] = ()
    origin: str = field(default="the text", compare=False)

    @classmethod
    def from_text(
        cls,
        text: str,
        title: str | None = None,
        published: date | str | None = None,
        clean: bool = False,
    ) -> Article:
        """Return an article from text at hand, kept as it stands.

        Only a lone surrogate, which no file can hold, is replaced by U+FFFD; offsets stay.

        Parameters
        ----------
        text : str
        title : str, optional
            Kept beside the text; nothing is added to the text.
        published : datetime.date or str, optional
            The day of publication, if known; text as ISO 8601 writes it ("2024-04-07").
        clean : bool
            True cuts what is not of the article, as `explore.load` does; the offsets are then those
            of the cleaned text.

        Raises
        ------
        SourceError
            If there is no text, or `published` is no day.
        """
        if not isinstance(text, str):
            raise error("no_string", f"a {type(text).__name__}")
        published = given_day(published)
        if clean:
            from explore.sources.text import article_from_paste

            return article_from_paste(text, title=title, published=published)
        if not any(c.isprintable() and not c.isspace() for c in text):
            raise error("empty", "the text")
        text = _HALVES.sub("\ufffd", text)
        return cls(
            text=text,
            paragraphs=split_paragraphs(text),
            title=title and _HALVES.sub("\ufffd", title),
            published=published,
            published_from="given" if published else None,
        )

    @property
    def date_lines(self) -> tuple[str, ...]:
        """The lines that were cut because they only say when it was published."""
        return tuple(cut.text for cut in self.furniture if cut.reason == "date line")

    def with_published(self, published: date | str) -> Self:
        """Return the same article, published on the day given, a date or ISO 8601 text."""
        return replace(self, published=given_day(published), published_from="given")

    def __repr__(self) -> str:
        words = len(self.text.split())
        when = self.published.isoformat() if self.published else "no date"
        return f"Article({self.title or self.text[:40].strip()!r}, {words} words, {when})"

    def _repr_html_(self) -> str:
        """Return title, source line, body and what was cut, everything escaped."""
        about = " · ".join(
            escape(part)
            for part in (
                self.source,
                self.author,
                self.published.isoformat() if self.published else "date not stated",
            )
            if part
        )
        tags = {"title": "h3", "subheading": "h4", "body": "p"}
        body = "".join(
            f"<{tags[p.kind]}>{escape(self.text[p.start_char : p.end_char])}</{tags[p.kind]}>"
            for p in self.paragraphs
        )
        cut = "".join(f"<li>{escape(f.text)} <em>({escape(f.reason)})</em></li>" for f in self.furniture)
        cut = (
            f"<details><summary>Cut: {len(self.furniture)} lines</summary><ul>{cut}</ul></details>"
            if cut
            else ""
        )
        return f'<article style="max-width:44em;line-height:1.5"><p><em>{about}</em></p>{body}{cut}</article>'


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""Return the paragraphs of a text as it stands: its lines, headings recognised by their form.

    A heading is a short line without a final stop; the first line is the title if it is one.

    >>> [p.kind for p in split_paragraphs("Xi in Moscow\n\nThe two leaders met.")]
    ['title', 'body']
    """
    found: list[Paragraph] = []
    for match in re.finditer(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        kind: ParagraphKind = "body"
        if looks_like_heading(text[start:end]):
            kind = "subheading" if found else "title"
        found.append(Paragraph(start, end, kind))
    return tuple(found) if len(found) > 1 else tuple(replace(p, kind="body") for p in found)


def looks_like_heading(line: str) -> bool:
    """Say whether a line has the form of a heading: short, begun by a capital, no final stop.

    >>> looks_like_heading("“Friendship without limits”"), looks_like_heading("He left.")
    (True, False)
    """
    words = line.split()
    first = next((c for c in line if c.isalnum()), "")
    return (
        0 < len(words) <= _HEADING_WORDS
        and (first.isupper() or first.isdigit())
        and not _FINAL.search(line)
        and any(c.isalpha() for c in line)
    )
