"""A record of a table or a dump (title, text, date …) to an Article, whatever its columns are called."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from explore.article import Article, Furniture, Paragraph, looks_like_heading
from explore.errors import error
from explore.sources.days import day_of
from explore.sources.decode import tidy
from explore.sources.lines import lines_of
from explore.sources.markup import has_markup, words_of
from explore.sources.text import article_from_paste, check_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

PARTS = ("text", "teaser", "title", "published", "source", "author", "url")
_MISSING = frozenset(["", "nan", "none", "null", "n/a", "na", "<na>", "nat", "[removed]"])
_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\s*(\d[\d,]*)\s*char(?:acter)?s?\]\s*$")
_TRAILS_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:(?:read|continue)[\w\s]{0,20})?$", re.I)
_LONGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a collection: what a caller of `load_all` may say."""

    clean: bool | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    dayfirst: bool | None = None


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """Return the names each part of an article goes by, the most likely first."""
    table = json.loads((files("explore.sources") / "column_names.json").read_text(encoding="utf-8"))
    return {part: tuple(table[part]) for part in PARTS}


def find_columns(names: Iterable[str], told: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the columns that may hold each part of an article, the most likely first.

    >>> find_columns(["Headline", "Full Text", "pubDate", "views"], {})["text"]
    ('Full Text',)
    """
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(_plain(name), name)
    found: dict[str, tuple[str, ...]] = {}
    for part in PARTS:
        if part in told:
            found[part] = (told[part],)
        else:
            found[part] = tuple(
                dict.fromkeys(plain[_plain(alias)] for alias in aliases()[part] if _plain(alias) in plain)
            )
    return found


def check_columns(names: Iterable[str], options: Options, origin: object) -> None:
    """Raise an error if no column of a table can hold the text, or one that was told is not there."""
    listed = [str(name) for name in names]
    shown = ", ".join(listed[:12]) + (" …" if len(listed) > 12 else "") or "none"
    unknown = [part for part in options.columns if part not in PARTS]
    if unknown:
        raise error("unknown_part", origin, part=unknown[0], parts=", ".join(PARTS))
    for column in options.columns.values():
        if column not in listed:
            raise error("no_column", origin, column=column, columns=shown)
    columns = find_columns(listed, options.columns)
    if not columns["text"] and not columns["teaser"]:
        message = "addresses_only" if columns["url"] else "no_text_column"
        raise error(message, origin, columns=shown)


def article_from_record(record: Mapping[str, Any], origin: object, options: Options) -> Article:
    """Return the article in a record.

    Parameters
    ----------
    record : mapping
        Values by column; `column_names.json` lists the names that are understood.
    origin : object
        What to call the record.
    options : Options

    Raises
    ------
    SourceError
        If there is no text, or it is not English.
    """
    flat = _flat(record)
    columns = find_columns(flat, options.columns)
    text, is_teaser = _text(flat, columns)
    url = _words(flat, columns["url"])
    if text is None:
        raise error("no_text" if url is None else "address_without_text", origin)
    if len(text) > _LONGEST:
        raise error("too_large", origin, limit=f"{_LONGEST:,} characters")
    title = _words(flat, columns["title"])
    title = (words_of(title) if has_markup(title) else title).split("\n")[0] if title else None
    text, cut = _without_mark(words_of(text) if has_markup(text) else text)
    published, doubt = _published(flat, columns["published"], options.dayfirst)
    if options.clean:
        article = article_from_paste(text, title=title, published=published, origin=origin)
    else:
        article = _as_it_stands(text, title, published, origin)
    teaser = ("only a teaser: the full text is not in the collection",) if is_teaser else ()
    return replace(
        article,
        source=_words(flat, columns["source"]) or article.source,
        author=_words(flat, columns["author"]) or article.author,
        url=url,
        published_from="metadata" if published else article.published_from,
        furniture=(*article.furniture, *cut),
        warnings=(*article.warnings, *_cut_off(text, cut), *teaser, *doubt),
    )


def _plain(name: object) -> str:
    return re.sub(r"[^0-9a-z.]", "", str(name).casefold())


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with one level of what is nested in it under dotted names."""
    flat: dict[str, Any] = {}
    for name, value in record.items():
        flat[str(name)] = value
        if isinstance(value, dict):
            flat.update({f"{name}.{inner}": v for inner, v in value.items()})
    return flat


def _text(flat: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]]) -> tuple[str | None, bool]:
    """Return the longest of what may be the text, and whether it is only a teaser."""
    found = [w for name in columns["text"] if (w := _words(flat, [name]))]
    if found:
        return max(found, key=len), False
    return _words(flat, columns["teaser"]), True


def _words(flat: Mapping[str, Any], names: Iterable[str]) -> str | None:
    """Return the first of some fields that is not missing, as words."""
    for name in names:
        value = flat.get(name)
        if isinstance(value, (list, tuple)):
            value = ", ".join(str(v.get("name", "") if isinstance(v, dict) else v) for v in value)
        if value is None or isinstance(value, (dict, bytes)):
            continue
        text = tidy(str(value)[: _LONGEST + 1])[0].strip()
        if text.casefold() not in _MISSING:
            return text
    return None


def _published(
    flat: Mapping[str, Any], names: Iterable[str], dayfirst: bool | None
) -> tuple[date | None, tuple[str, ...]]:
    doubt: tuple[str, ...] = ()
    for name in names:
        words = _words(flat, [name])
        if words is None:
            continue
        value = flat[name]
        day = day_of(words if isinstance(value, str) else value, dayfirst)
        if day:
            return day, ()
        doubt = (f"the date {words[:40]!r} is not clear: say dayfirst=True or False, or published=",)
    return None, doubt


def _without_mark(text: str) -> tuple[str, tuple[Furniture, ...]]:
    """Return a text without the mark of a news service that it is cut off ("[+1234 chars]")."""
    mark = _CUT_OFF.search(text[-200:])
    if not mark:
        return text, ()
    words = mark.group().strip()
    return text[: len(text) - len(mark.group())], (Furniture(words, "says that the text is cut off"),)


def _cut_off(text: str, cut: tuple[Furniture, ...]) -> tuple[str, ...]:
    if cut:
        number = "".join(c for c in cut[0].text if c.isdigit())
        return (f"the text is cut off: {number} characters are missing",)
    return ("the text seems to be cut off",) if _TRAILS_OFF.search(text[-60:]) else ()


def _as_it_stands(text: str, title: str | None, published: date | None, origin: object) -> Article:
    """Return title and text as an article, nothing cut; a title the text repeats stands once."""
    tidied, warnings = tidy(text)
    lines = [line.text for line in lines_of(tidied)]
    if not lines:
        raise error("empty", origin)
    headline = " ".join(title.split()) if title else None
    if headline and lines[0].casefold() != headline.casefold():
        lines.insert(0, headline)
    check_words("\n\n".join(lines), origin)
    paragraphs: list[Paragraph] = []
    at = 0
    for n, line in enumerate(lines):
        first = n == 0 and len(lines) > 1
        named = first and line.casefold() == (headline or "").casefold()
        heading = looks_like_heading(line) and len(lines) > 1
        kind = (
            "title" if named or (first and heading and not headline) else "subheading" if heading else "body"
        )
        paragraphs.append(Paragraph(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 2
    return Article(
        text="\n\n".join(lines),
        paragraphs=tuple(paragraphs),
        title=headline or (lines[0] if paragraphs[0].kind == "title" else None),
        published=published,
        warnings=warnings,
        origin=str(origin),
    )
