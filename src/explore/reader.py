"""The four components on a pipeline, in order: an Article becomes a Doc, a Doc a Reading."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from explore.article import Article
from explore.dates import Publication
from explore.language import load_language
from explore.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("explore_dates", "explore_actors", "explore_events", "explore_quotes")


@lru_cache(maxsize=4)
def pipeline(language: str | None = None, actors: str | None = None) -> Language:
    """Return a language pipeline with the four components on it; the same one for the same arguments.

    Parameters
    ----------
    language : str, optional
        An installed spaCy pipeline; the one that ships if left out.
    actors : str, optional
        Path of a CSV file with people to add or correct.
    """
    nlp = load_language(language)
    settings = {"explore_actors": {"knowledge": actors}} if actors else {}
    for name in COMPONENTS:
        nlp.add_pipe(name, config=settings.get(name, {}))
    return nlp


def prepare(nlp: Language, article: Article) -> Doc:
    """Return the article's tokens with what is known beside the text set on the doc."""
    doc = nlp.make_doc(article.text)
    doc._.paragraphs = article.paragraphs or None
    if article.published:
        doc._.published = Publication(
            day=article.published,
            source=article.published_from or "given",
            begin=article.published,
            end=article.published,
        )
    return doc


def read(
    article: Article | str | Path,
    language: str | None = None,
    actors: str | Path | None = None,
) -> Reading:
    """Read one article.

    Parameters
    ----------
    article : Article, path or address
        What `explore.load` takes.
    language : str, optional
        An installed spaCy pipeline to use in place of the one that ships.
    actors : path, optional
        A CSV file with people to add or correct.

    Raises
    ------
    ExploreError
        If the article, the pipeline or the table cannot be used.
    """
    if not isinstance(article, Article):
        from explore.sources import load

        article = load(article)
    nlp = pipeline(language, str(actors) if actors else None)
    return Reading(article, nlp(prepare(nlp, article)))
