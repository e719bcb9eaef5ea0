"""Choose the reader for a source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explore.article import Article
from explore.errors import error

if TYPE_CHECKING:
    from datetime import date


def load(
    source: str | Path, published: date | None = None, clean: bool = True, encoding: str | None = None
) -> Article:
    """Return the article at a path or address."""
    path = Path(source)
    if not path.is_file():
        raise error("missing", source, folder=Path.cwd())
    return Article.from_text(path.read_text(encoding or "utf-8"), published=published)
