"""Read the news the way a careful analyst does: what happened when, who met whom, who said what to whom.

>>> import explore as ex
>>> article = ex.Article.from_text("Sergei Lavrov will visit China on Monday.")
>>> reading = ex.read(article)
"""

from explore.article import Article, Furniture, Paragraph
from explore.errors import ExploreError
from explore.language import load_language
from explore.reader import read
from explore.reading import Reading
from explore.sources import load

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ExploreError",
    "Furniture",
    "Paragraph",
    "Reading",
    "load",
    "load_language",
    "read",
]
