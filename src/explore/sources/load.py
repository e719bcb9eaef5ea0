"""Choose the reader for a source: an address, a saved page, a text."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from explore.article import given_day
from explore.errors import error
from explore.sources.decode import decode
from explore.sources.forms import HEAD, form_of
from explore.sources.kinds import binary_kind, looks_like_html, looks_like_message, signature_kind
from explore.sources.text import article_from_paste, plain_article

if TYPE_CHECKING:
    from datetime import date

    from explore.article import Article

LARGEST = 20_000_000
_KINDS = (
    (stat.S_ISDIR, "a folder", "Load a file in it, or the whole folder with explore.load_all."),
    (stat.S_ISFIFO, "a pipe", "Save what comes out of it to a file and load that."),
    (stat.S_ISSOCK, "a socket", "Load a file."),
    (stat.S_ISCHR, "a device", "Load a file."),
    (stat.S_ISBLK, "a device", "Load a file."),
)


def load(
    source: str | Path, published: date | str | None = None, clean: bool = True, encoding: str | None = None
) -> Article:
    """Return the article at a path or address.

    Parameters
    ----------
    source : str or Path
        A text file, a saved web page (HTML or MHTML), a mail, a Word file, a PDF (with the extra
        ``pdf``), a table or an archive that holds one article, or an http(s) address.
    published : datetime.date or str, optional
        The day of publication, if known; text as ISO 8601 writes it ("2024-04-07").
    clean : bool
        False keeps every line; only characters nobody can read are removed.
    encoding : str, optional
        The encoding of a file; found out if left out.

    Raises
    ------
    SourceError
        If there is nothing to read, no article in English in it, or `published` is no day.
    """
    published = given_day(published)
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        from explore.sources.fetch import fetch

        page = fetch(source)
        return article_from_bytes(
            page.data, source, published, clean, encoding, declared=page.charset, url=page.url
        )
    if not isinstance(source, (str, os.PathLike)):
        raise error("no_path", f"a {type(source).__name__}")
    data = read_file(source)
    if form_of(Path(source).name, data[:HEAD]) != "article":
        from explore.sources.single import only_article

        return only_article(Path(source), published, clean, encoding)
    return article_from_bytes(data, source, published, clean, encoding)


def article_from_bytes(
    data: bytes,
    origin: object,
    published: date | None = None,
    clean: bool = True,
    encoding: str | None = None,
    *,
    declared: str | None = None,
    url: str | None = None,
) -> Article:
    """Return the article in the bytes of a text, a page or a PDF.

    Parameters
    ----------
    data : bytes
    origin : object
        What to call it in errors.
    published, clean, encoding
        As for `load`.
    declared : str, optional
        The charset a server gives; believed where the bytes do not contradict it.
    url : str, optional
        The address a page was fetched from.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise error("empty", origin)
    if data.startswith(b"%PDF-"):
        from explore.sources.pdf import article_from_pdf

        return article_from_pdf(data, origin, published, clean)
    kind = signature_kind(data)
    if kind:
        raise error("binary", origin, what=kind)
    if looks_like_message(data):
        from explore.sources.message import article_from_message

        return article_from_message(data, origin, published, clean)
    decoded = decode(data, origin, encoding, declared)
    kind = None if decoded.encoding[:6] in ("utf-16", "utf-32") else binary_kind(data)
    if kind:
        raise error("binary", origin, what=kind)
    if looks_like_html(decoded.text):
        from explore.sources.web import article_from_html

        article = article_from_html(decoded.text, origin, published, url, clean)
    else:
        read = article_from_paste if clean else plain_article
        article = read(decoded.text, published=published, origin=origin)
    return replace(article, url=article.url or url, warnings=decoded.warnings + article.warnings)


def is_prose(source: str | Path) -> bool:
    """Say whether what should be a path is a text: of several lines, or of more words than a name has.

    >>> is_prose("News of the day.txt"), is_prose("Sergei Lavrov will visit China on Monday, " * 3)
    (False, True)
    """
    if not isinstance(source, str):
        return False
    words = source.split()
    return (
        "\n" in source or len(source) > 4096 or (len(words) > 15 and not Path(words[-1]).suffix[1:].isalnum())
    )


def read_file(source: str | Path) -> bytes:
    """Return the bytes of a file of reasonable size."""
    if is_prose(source):
        raise error("text_for_path", str(source)[:60] + "…")
    path = Path(source)
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        if "\0" not in str(source) and path.is_symlink():
            raise error("broken_link", source) from None
        raise error("missing", source, folder=Path.cwd()) from None
    except OSError as why:
        raise error("unreadable", source, why=why.strerror or "it cannot be opened") from None
    for is_kind, name, hint in _KINDS:
        if is_kind(found.st_mode):
            raise error("not_a_file", source, what=name, try_this=hint)
    if found.st_size > LARGEST:
        raise error("too_large", source, limit=f"{LARGEST // 1_000_000} MB")
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as why:
        raise error("unreadable", source, why=why.strerror or "it cannot be opened") from None
