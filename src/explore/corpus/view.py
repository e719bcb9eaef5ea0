"""A corpus at a glance: how much was read, from when and whom, who is in it most, what failed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from explore.show import Table, failures
from explore.wording import count, listed, shorten, when

if TYPE_CHECKING:
    from explore.corpus.corpus import Corpus

_FEW = 6
_MOST_FAILURES = 100


def words_of(corpus: Corpus) -> str:
    """Return how much is in a corpus, in words."""
    found = ", ".join(
        count(number, one)
        for number, one in (
            (len(corpus.dates), "date"),
            (corpus.actors["name"].nunique(), "actor"),
            (len(corpus.events), "event"),
            (len(corpus.quotes), "quotation"),
        )
    )
    failed = f"; {len(corpus.failures)} not read" if len(corpus.failures) else ""
    stopped = "" if corpus.complete else "; interrupted"
    return f"{count(len(corpus.articles), 'article')}: {found}{failed}{stopped}"


def overview(corpus: Corpus) -> Table:
    """Return what a corpus holds: articles, the days they are of, their sources, who is in them most."""
    articles = corpus.articles
    rows = [
        ("Found", words_of(corpus)),
        ("Published", _span(articles)),
        ("Sources", _top(articles["source"])),
    ]
    people = corpus.actors[corpus.actors["kind"].eq("person").fillna(False)]
    rows += [("People", _top(people["name"])), ("Countries", _top(_countries(corpus.events)))]
    again = int(articles["duplicate_of"].notna().sum())
    if again:
        rows.append(
            ("Repeated", f"{count(again, 'article')} with a text that was there before, counted once")
        )
    warned = sum(bool(warnings) for warnings in articles["warnings"])
    if warned:
        rows.append(("Notes", f"{count(warned, 'article')} with a note: see articles.warnings"))
    return Table(("in this corpus", ""), [row for row in rows if row[1]], "No article was read.")


def html_of(corpus: Corpus) -> str:
    """Return the overview, and what failed folded away, as HTML with everything escaped."""
    html = f"<div><h3>{escape(count(len(corpus), 'article'))}</h3>{overview(corpus)._repr_html_()}"
    if len(corpus.failures):
        summary = f"<summary>Not read: {escape(count(len(corpus.failures), 'item'))}</summary>"
        html += f"<details>{summary}{failures(corpus.failures, _MOST_FAILURES)._repr_html_()}</details>"
    return html + "</div>"


def _span(articles: pd.DataFrame) -> str:
    days = articles["published"].dropna()
    if days.empty:
        return ""
    unknown = len(articles) - len(days)
    first, last = when(days.min()), when(days.max())
    return (first if first == last else f"{first} to {last}") + (f"; {unknown} not known" if unknown else "")


def _top(names: pd.Series[str]) -> str:
    """Return the most frequent names with how many articles each stands in."""
    counts = names.dropna().value_counts().rename_axis("name").reset_index(name="n")
    ordered = counts.sort_values(["n", "name"], ascending=[False, True])
    found = [f"{shorten(str(name), 60)} ({n})" for name, n in ordered.itertuples(index=False, name=None)]
    return listed(found, _FEW) if found else ""


def _countries(events: pd.DataFrame) -> pd.Series[str]:
    return pd.Series([code for codes in events["countries"] for code in codes], dtype="string")
