"""What an article and the way it is read are filed under: the same key, the same reading."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explore.article import Article

# The rooms of the package that show what was read, or load what is read: a reading does not depend on them.
_APART = frozenset({"charts", "show", "sources", "notebooks", "report", "cli", "__pycache__"})
_ID_LENGTH = 40
# How the readers of collections name what is in a file: "news.csv, row 12".
_IN_FILE = re.compile(r"(.+), ((?:row|line|record|entry|document) \S+)", re.DOTALL)


def article_key(article: Article, repeated: bool) -> str:
    """Return the key of what a reading depends on: the text, its paragraphs, what is known beside it."""
    parts = (
        article.text,
        repr([(p.start_char, p.end_char, p.kind) for p in article.paragraphs]),
        repr((article.title, article.published, article.published_from, repeated, article.date_lines)),
    )
    return _digest(part.encode("utf-8", "surrogatepass") for part in parts)


def stamp(language: str | None, actors: str | None, events: str | None) -> str:
    """Return the key of the way articles are read: our code, the pipeline, the user's tables."""
    pipeline = b"" if language is None else _pipeline(language).encode()
    # Where there is no such table the reader of tables says so.
    tables = [Path(path).read_bytes() if path and Path(path).is_file() else b"" for path in (actors, events)]
    return _digest((_package().encode(), pipeline, *tables))


@cache
def _package() -> str:
    root = Path(__file__).parents[1]
    files = [path for part in sorted(root.iterdir()) if part.stem not in _APART for path in _files(part)]
    spacy = importlib.metadata.version("spacy").encode()
    return _digest(
        part for path in files for part in (str(path.relative_to(root)).encode(), path.read_bytes(), spacy)
    )


def _pipeline(language: str) -> str:
    folder = Path(language)
    if folder.is_dir():
        return _digest(path.read_bytes() for path in _files(folder))
    try:
        return f"{language} {importlib.metadata.version(language)}"
    except importlib.metadata.PackageNotFoundError:
        return language


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(f for f in path.rglob("*") if f.is_file() and f.suffix != ".pyc")


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


class Ids:
    """Short names for the articles of one corpus, each given once.

    >>> from explore.article import Article
    >>> ids, article = Ids(), Article("Xi in Moscow", origin="news/Xi in Moscow.txt")
    >>> ids.of(article), ids.of(article)
    ('xi-in-moscow', 'xi-in-moscow-2')
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def of(self, article: Article) -> str:
        """Return a name that is not taken: from the article's file or address, or its title."""
        base = _slug(_named(article)) or "article"
        number = self._numbers.get(base, 0)
        name = base
        while not number or name in self._taken:
            number += 1
            name = base if number == 1 else f"{base}-{number}"
        self._numbers[base] = number
        self._taken.add(name)
        return name


def _named(article: Article) -> str:
    origin = article.origin
    if origin == "the text":
        return article.title or article.text[:60]
    if origin.startswith(("http://", "https://")):
        parts = [part for part in urlsplit(origin).path.split("/") if part]
        return PurePosixPath(parts[-1]).stem if parts else urlsplit(origin).netloc
    in_file = _IN_FILE.fullmatch(origin)
    name = PurePosixPath(re.split(r"[\\/]", in_file[1] if in_file else origin)[-1]).stem
    return f"{name} {in_file[2]}" if in_file else name


def _slug(words: str) -> str:
    plain = re.sub(r"[\W_]+", "-", words.casefold()).strip("-")
    return plain if len(plain) <= _ID_LENGTH else plain[:_ID_LENGTH].rsplit("-", 1)[0]
