"""Files made to hold many articles (Word, tables, archives): the one in them, if there is only one."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from explore.errors import SourceError, error
from explore.sources.blob import Blob
from explore.sources.expand import expanded, is_address
from explore.sources.failure import Failure
from explore.sources.forms import HEAD, form_of
from explore.sources.records import Options

if TYPE_CHECKING:
    from datetime import date

    from explore.article import Article


def only_article(
    path: Path, published: date | None = None, clean: bool = True, encoding: str | None = None
) -> Article:
    """Return the article in a file that holds one.

    Raises
    ------
    SourceError
        If it holds several, none, or one that cannot be read.
    """
    options = Options(clean=None if clean else False, encoding=encoding)
    found = list(islice(expanded(path, options), 2))
    if not found:
        raise error("empty", path)
    if len(found) > 1:
        raise error("many", path)
    only = found[0]
    if isinstance(only, Failure):
        raise SourceError(only.source, only.reason, only.hint)
    article = only.with_published(published) if published else only
    return replace(article, origin=str(path))


def holds_many(source: str | Path) -> bool:
    """Say whether a path is that of a folder, or of a file that is made to hold many articles."""
    path = Path(source)
    if is_address(source) or source == "" or not path.exists():
        return False
    if path.is_dir():
        return True
    form = form_of(path.name, Blob.of_file(path).head(HEAD)) if path.is_file() else "article"
    # A Word file is most often one article; a table of one row is a table.
    return form != "article" and (form != "word" or len(list(islice(expanded(path, Options()), 2))) > 1)
