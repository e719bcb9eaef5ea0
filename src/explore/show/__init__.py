"""Readings for people: tables of what a reader wants to know, the overview, the annotated article."""

from explore.show.annotated import annotated
from explore.show.blockquotes import blockquotes
from explore.show.overview import overview
from explore.show.readable import (
    actors,
    articles,
    counted,
    dates,
    events,
    failures,
    mentions,
    quotes,
    side_by_side,
)
from explore.show.view import Table, View

__all__ = [
    "Table",
    "View",
    "actors",
    "annotated",
    "articles",
    "blockquotes",
    "counted",
    "dates",
    "events",
    "failures",
    "mentions",
    "overview",
    "quotes",
    "side_by_side",
]
