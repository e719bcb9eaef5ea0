"""Tables across articles: who is in them, which article tells an event and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from explore.errors import error

if TYPE_CHECKING:
    from explore.corpus.corpus import Corpus


def people(corpus: Corpus) -> pd.DataFrame:
    """Return one row per actor: in how many articles, mentioned and quoted how often, the roles given.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    pandas.DataFrame
        `name actor_id kind country articles mentions quotes roles`, those in most articles first.
    """
    actors = corpus.actors
    grouped = actors.groupby("name", sort=False)
    found = pd.DataFrame(
        {
            "actor_id": grouped["actor_id"].first(),
            "kind": grouped["kind"].first(),
            "country": grouped["country"].first(),
            "articles": grouped["article_id"].nunique().astype("Int64"),
            "mentions": grouped["mentions"].sum(),
        }
    ).reset_index()
    roles: dict[str, dict[str, None]] = {}
    for name, role in actors[["name", "role"]].dropna().itertuples(index=False, name=None):
        roles.setdefault(name, {})[role] = None
    found["roles"] = [tuple(roles.get(name, ())) for name in found["name"]]
    quoted = corpus.quotes["speaker"].value_counts()
    found.insert(6, "quotes", found["name"].map(quoted).fillna(0).astype("Int64"))
    ordered = found.sort_values(["articles", "mentions", "name"], ascending=[False, False, True])
    return ordered.reset_index(drop=True)


def tellings(corpus: Corpus, event_id: str) -> pd.DataFrame:
    """Return how each article tells an event: one row per sentence, in the order of publication.

    Parameters
    ----------
    corpus : Corpus
    event_id : str
        Of `corpus.events`.

    Returns
    -------
    pandas.DataFrame
        `article_id title source published` of the article, and `begin end grain place status sentence` as it
        has them.

    Raises
    ------
    SourceError
        If there is no such event.
    """
    rows = corpus.events[corpus.events["event_id"] == event_id]
    if rows.empty:
        raise error("no_such_event", event_id)
    told = corpus.article_events
    members = told["article_id"].str.cat(told["event_id"], sep="/").isin(rows["members"].iloc[0])
    own = told.loc[members, ["article_id", "begin", "end", "grain", "place", "status", "sentence"]]
    about = corpus.articles[["article_id", "title", "source", "published"]]
    found = about.merge(own, on="article_id", how="inner")
    return found.sort_values("published", kind="stable", na_position="last", ignore_index=True)
