"""One article with everything found in it, as tables."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from explore.actors import actors_table, mentions_table
from explore.dates import dates_table, to_timeml
from explore.events import about, events_table, write_events
from explore.quotes import quotes_table
from explore.show import annotated, overview

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    import pandas as pd
    from spacy.tokens import Doc

    from explore.article import Article


class Reading:
    """What an article says: dates, actors, mentions, events and quotes, each a pandas table.

    Attributes
    ----------
    article : Article
        What was read.
    doc : spacy.tokens.Doc
        spaCy's view of it, with the components' findings under `doc._`.

    >>> import explore as ex
    >>> reading = ex.read(ex.Article.from_text("Sergei Lavrov met Wang Yi in Beijing on 8 April 2024."))
    >>> reading.dates["value"].tolist(), reading.actors["name"].tolist()[:2]
    (['2024-04-08'], ['Sergei Lavrov', 'Wang Yi'])
    """

    def __init__(self, article: Article, doc: Doc) -> None:
        self.article, self.doc = article, doc

    @cached_property
    def dates(self) -> pd.DataFrame:
        """One row per time expression (TIMEX3)."""
        return dates_table(self.doc)

    @cached_property
    def actors(self) -> pd.DataFrame:
        """One row per actor."""
        return actors_table(self.doc)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row per mention of an actor."""
        return mentions_table(self.doc)

    @cached_property
    def events(self) -> pd.DataFrame:
        """One row per event."""
        return events_table(self.doc)

    @cached_property
    def quotes(self) -> pd.DataFrame:
        """One row per quotation."""
        return quotes_table(self.doc)

    def about(self, *who: str, kind: str | Iterable[str] | None = None) -> pd.DataFrame:
        """Return the events that all of `who` take part in: codes ("RUS"), names or parts of names.

        Parameters
        ----------
        *who : str
        kind : str or iterable of str, optional
            Only events of these kinds.
        """
        return about(self.events, *who, kind=kind)

    def write_events(self, path: str | Path, form: str | None = None) -> Path:
        """Write the events for another program: .csv, .json, .ics (a calendar), or a TimelineJS sheet.

        Parameters
        ----------
        path : str or Path
        form : {"csv", "json", "ical", "timelinejs"}, optional
            Where the name's ending does not say it.

        Raises
        ------
        ExploreError
            If neither says a form we write.
        """
        return write_events(self.events, path, form)

    @property
    def published(self) -> date | None:
        """The day of publication, given or inferred; None where it is not known."""
        day: date | None = self.doc._.publication.day
        return day

    @property
    def published_from(self) -> str | None:
        """Where the day comes from: given, metadata, url, dateline or inferred."""
        source: str | None = self.doc._.publication.source
        return source

    @property
    def published_evidence(self) -> str | None:
        """The expressions and the reasoning behind the day, in a sentence."""
        evidence: str | None = self.doc._.publication.evidence
        return evidence

    @property
    def published_span(self) -> tuple[date | None, date | None]:
        """The first and last day that are certain when the day is not."""
        return self.doc._.publication.begin, self.doc._.publication.end

    def to_timeml(self) -> str:
        """Return the text as a TimeML 1.2.1 document, a TIMEX3 around each time expression."""
        return to_timeml(self.doc)

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(table)} {name}"
            for name, table in (
                ("dates", self.dates),
                ("actors", self.actors),
                ("events", self.events),
                ("quotes", self.quotes),
            )
        )
        return f"Reading({self.article.title or self.article.origin!r}: {counts})"

    def _repr_html_(self) -> str:
        """Return the reading at a glance and the article with what was found marked in it."""
        return overview(self).html + annotated(self).html
