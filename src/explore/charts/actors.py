"""Actors drawn: where in the article each appears, and who appears with whom."""

from __future__ import annotations

from itertools import combinations

import altair as alt
import pandas as pd

from explore.charts.parts import Drawn, nothing, text_or, titled
from explore.charts.theme import BLUE, INK, ORANGE, WIDTH
from explore.wording import count, listed, shorten

NAMED, OTHERWISE = "by name", "in other words"


def actors_in_text(mentions: pd.DataFrame, rows: int = 18) -> Drawn:
    """Return a row for each actor and a mark for each mention, from the first to the last words.

    Parameters
    ----------
    mentions : DataFrame
        The mentions table of one reading.
    rows : int
        The most actors drawn, those mentioned most.
    """
    named = mentions.dropna(subset=["name"])
    if named.empty:
        return nothing("No actor was found.")
    kept = _most_mentioned(named, rows)
    order = list(kept.groupby("name")["start_char"].min().sort_values(kind="stable").index)
    last = int(mentions["end_char"].max())
    drawn = pd.DataFrame(
        {
            "name": kept["name"],
            "at": [round(100 * start / last, 1) for start in kept["start_char"]],
            "said": [NAMED if how == "name" else OTHERWISE for how in kept["how"]],
            "how": [text_or(how) for how in kept["how"]],
            "words": kept["text"],
            "evidence": [shorten(text_or(sentence), 300) for sentence in kept["sentence"]],
        }
    )
    counts = kept["name"].value_counts()
    told = [f"{name} {counts[name]}×" for name in order]
    title = f"Who appears where: {count(len(order), 'actor')}, {count(len(kept), 'mention')}"
    hues = alt.Scale(domain=[NAMED, OTHERWISE], range=[BLUE, ORANGE])
    shapes = alt.Scale(domain=[NAMED, OTHERWISE], range=["circle", "triangle-up"])
    legend = alt.Legend(title=None, orient="top")
    return (
        alt.Chart(drawn)
        .mark_point(filled=True, size=95, opacity=0.85)
        .encode(
            x=alt.X(
                "at:Q",
                title="place in the article, beginning to end",
                scale=alt.Scale(domain=[0, 100], padding=10),
                axis=alt.Axis(values=[0, 25, 50, 75, 100], labelExpr="datum.value + ' %'"),
            ),
            y=alt.Y(
                "name:N",
                sort=order,
                title=None,
                axis=alt.Axis(labelLimit=230, labelFontSize=12.5, labelColor=INK),
            ),
            color=alt.Color("said:N", scale=hues, legend=legend),
            shape=alt.Shape("said:N", scale=shapes, legend=legend),
            tooltip=[
                alt.Tooltip("name:N", title="who"),
                alt.Tooltip("words:N", title="words used"),
                alt.Tooltip("how:N", title="known by"),
                alt.Tooltip("evidence:N", title="says so"),
            ],
        )
        .properties(
            width=WIDTH - 60,
            height=alt.Step(25),
            title=titled(
                title, "In order of first appearance; other words are an office, a pronoun, a capital."
            ),
            description=f"{title}: {', '.join(told)}.",
        )
    )


def actors_together(mentions: pd.DataFrame, rows: int = 12) -> Drawn:
    """Return in how many sentences each two actors appear together, as a half-matrix of discs.

    Parameters
    ----------
    mentions : DataFrame
        A mentions table, of one reading or many (then with `article_id`).
    rows : int
        The most actors drawn, those mentioned most.
    """
    named = mentions.dropna(subset=["name"])
    pairs = _pairs(_most_mentioned(named, rows))
    if pairs.empty:
        return nothing("No two actors appear in one sentence.")
    order = [n for n in named["name"].value_counts().index if n in set(pairs["one"]) | set(pairs["other"])]
    most = int(pairs["sentences"].max())
    title = f"Who appears with whom: {count(len(pairs), 'pair')} of {count(len(order), 'actor')}"
    strongest = [f"{r['one']} with {r['other']} {r['sentences']}×" for r in pairs.head(12).to_dict("records")]
    base = alt.Chart(pairs).encode(
        x=alt.X(
            "other:N",
            sort=order,
            title=None,
            axis=alt.Axis(labelAngle=-35, labelLimit=150, grid=True, labelColor=INK),
        ),
        y=alt.Y("one:N", sort=order, title=None, axis=alt.Axis(labelLimit=200, grid=True, labelColor=INK)),
        tooltip=[
            alt.Tooltip("one:N", title="who"),
            alt.Tooltip("other:N", title="with"),
            alt.Tooltip("sentences:Q", title="sentences"),
            alt.Tooltip("evidence:N", title="for example"),
        ],
        description="words:N",
    )
    discs = base.mark_circle(opacity=0.85, color=BLUE).encode(
        size=alt.Size("sentences:Q", scale=alt.Scale(domain=[0, most], range=[0, 620]), legend=None)
    )
    numbers = base.mark_text(fill="#ffffff", fontSize=11, fontWeight="bold").encode(text="sentences:Q")
    if most > 1:
        numbers = numbers.transform_filter(f"datum.sentences > {most / 4:.2f}")
    return alt.layer(discs, numbers).properties(
        width=alt.Step(38),
        height=alt.Step(30),
        title=titled(title, "A larger disc: more sentences that speak of both.", width=70),
        description=f"{title}: {listed(strongest, 12)}.",
    )


def _most_mentioned(named: pd.DataFrame, rows: int) -> pd.DataFrame:
    return named[named["name"].isin(named["name"].value_counts().index[:rows])]


def _pairs(named: pd.DataFrame) -> pd.DataFrame:
    """Return one row per two actors that share a sentence, the more mentioned first; most shared first."""
    rank = {name: at for at, name in enumerate(named["name"].value_counts().index)}
    keys = [key for key in ("article_id", "sentence") if key in named]
    shared: dict[tuple[str, str], list[str]] = {}
    for _, sentence in named.groupby(keys, sort=False):
        names = sorted(set(sentence["name"]), key=lambda name: rank[name])
        for pair in combinations(names, 2):
            shared.setdefault(pair, []).append(sentence["sentence"].iloc[0])
    rows = [
        {
            "one": one,
            "other": other,
            "sentences": len(found),
            "evidence": shorten(found[0], 300),
            "words": f"{one} with {other} in {count(len(found), 'sentence')}",
        }
        for (one, other), found in sorted(shared.items(), key=lambda item: -len(item[1]))
    ]
    return pd.DataFrame(rows)
