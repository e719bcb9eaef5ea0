"""Read the news the way a careful analyst does: what happened when, who met whom, who said what to whom.

>>> import explore as ex
>>> article = ex.Article.from_text("Sergei Lavrov will visit China on Monday.")
>>> reading = ex.read(article)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from explore.article import Article, Furniture, Paragraph
from explore.corpus import Corpus, read_all
from explore.errors import ExploreError
from explore.language import load_language
from explore.quotes import compare, side_by_side
from explore.reader import read
from explore.reading import Reading
from explore.sources import load, load_all

if TYPE_CHECKING:
    from types import ModuleType

    from explore import charts

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Corpus",
    "ExploreError",
    "Furniture",
    "Paragraph",
    "Reading",
    "charts",
    "compare",
    "load",
    "load_all",
    "load_language",
    "read",
    "read_all",
    "side_by_side",
]


def __getattr__(name: str) -> ModuleType:
    """Import charts when they are first asked for: they cost half a second that reading does not need."""
    if name == "charts":
        return import_module("explore.charts")
    raise AttributeError(f"module 'explore' has no attribute {name!r}")
