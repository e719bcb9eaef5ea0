"""The four components on a pipeline, in order: an Article becomes a Doc, a Doc a Reading."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from explore.actors.tenures import tenures
from explore.actors.userfile import saved
from explore.article import LONGEST, Article
from explore.dates import Publication
from explore.errors import error
from explore.language import load_language
from explore.reading import Reading

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("explore_dates", "explore_actors", "explore_events", "explore_quotes")


def pipeline(language: str | None = None, actors: str | None = None, events: str | None = None) -> Language:
    """Return a language pipeline with the four components on it; the same one for the same arguments.

    Parameters
    ----------
    language : str, optional
        An installed spaCy pipeline; the one that ships if left out.
    actors : str, optional
        Path of a CSV file with people to add or correct.
    events : str, optional
        Path of a CSV file with kinds of event to add, as `explore/events/codebook/contacts.csv`.
    """
    return _pipeline(language, actors, events, tuple(saved(path) for path in (actors, events)))


@lru_cache(maxsize=4)
def _pipeline(
    language: str | None, actors: str | None, events: str | None, changed: tuple[int, ...]
) -> Language:
    """Make the pipeline; a user's file that was changed makes a new one."""
    nlp = load_language(language)
    settings = {"explore_actors": {"knowledge": actors}, "explore_events": {"codebook": events}}
    for name in COMPONENTS:
        nlp.add_pipe(name, config={k: v for k, v in settings.get(name, {}).items() if v})
    return nlp


def prepare(nlp: Language, article: Article) -> Doc:
    """Return the article's tokens with what is known beside the text set on the doc.

    Raises
    ------
    SourceError
        If the text is longer than any article: the parser would need minutes and gigabytes.
    """
    if len(article.text) > LONGEST:
        raise error("too_large", article.origin, limit=f"{LONGEST:,} characters")
    doc = nlp.make_doc(article.text)
    doc._.paragraphs = article.paragraphs or None
    if article.published:
        doc._.published = Publication(
            day=article.published,
            source=article.published_from or "given",
            begin=article.published,
            end=article.published,
        )
    else:
        doc._.date_lines = article.date_lines
        doc._.tenures = tenures(article.text)
    return doc


def read(
    article: Article | str | Path,
    language: str | None = None,
    actors: str | Path | None = None,
    events: str | Path | None = None,
    published: date | str | None = None,
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
    events : path, optional
        A CSV file with kinds of event of one's own: the columns of `explore/events/codebook/contacts.csv`.
    published : datetime.date or str, optional
        The day of publication, if known, in place of the one that the article states or lets infer.

    Raises
    ------
    ExploreError
        If the article, the day, the pipeline or a table cannot be used.

    >>> reading = read(Article.from_text("Sergei Lavrov met Wang Yi in Beijing on 8 April 2024."))
    >>> reading.events[["kind", "status"]].values.tolist()
    [['meeting', 'happened']]
    """
    if not isinstance(article, Article):
        from explore.sources import load

        article = load(article)
    if published is not None:
        article = article.with_published(published)
    nlp = pipeline(language, str(actors) if actors else None, str(events) if events else None)
    return Reading(article, nlp(prepare(nlp, article)))
