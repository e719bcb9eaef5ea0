"""The table of inferred days of publication."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from explore.actors.tenures import tenures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spacy.language import Language

    from explore.dates import Publication

HEAD = "| tier | texts | day answered | right | within a day | span answered | holds the day |"


def table(nlp: Language, texts: Iterable[tuple[str, date, str]]) -> list[str]:
    """Return the lines of the table: how often a day or a span is answered, and how often it is right."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for tier, day, text in texts:
        doc = nlp.make_doc(text)
        doc._.tenures = tenures(text)
        publication = nlp(doc)._.publication
        for row in (tier, "all"):
            counts[row].update(_scores(publication, day))
    lines = [HEAD, "|---|---|---|---|---|---|---|"]
    columns = ("texts", "answered", "right", "near", "span", "holds")
    return lines + [
        f"| {row} | {' | '.join(str(counts[row][column]) for column in columns)} |" for row in sorted(counts)
    ]


def _scores(publication: Publication, day: date) -> list[str]:
    scores = ["texts"]
    if publication.day:
        away = abs((publication.day - day).days)
        scores += ["answered"] + ["right"] * (away == 0) + ["near"] * (away <= 1)
    elif publication.begin and publication.end:
        scores += ["span"] + ["holds"] * (publication.begin <= day <= publication.end)
    return scores
