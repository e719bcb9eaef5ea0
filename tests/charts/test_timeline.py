"""The timeline says as much as is known of a date, and no more."""

from __future__ import annotations

from datetime import date

import pandas as pd

from explore.charts import timeline


def rows(chart):
    """Return the drawn events by id."""
    spec = chart.to_dict()
    found = {}
    for data in spec["datasets"].values():
        found |= {row["event_id"]: row for row in data if "event_id" in row}
    return found


def test_a_month_is_a_band_several_days_a_bar_and_a_day_a_mark(events):
    marks = {key: row["mark"] for key, row in rows(timeline(events)).items()}
    assert marks == {"e2": "band", "e4": "day", "e5": "band", "e3": "day", "e1": "bar"}


def test_what_is_planned_or_denied_is_hollow(events):
    drawn = rows(timeline(events))
    assert drawn["e1"]["fill"] == drawn["e4"]["fill"] == 0
    assert drawn["e3"]["fill"] == 1


def test_events_stand_in_date_order(events):
    ranked = sorted(rows(timeline(events)).values(), key=lambda row: row["rank"])
    assert [row["event_id"] for row in ranked] == ["e2", "e4", "e5", "e3", "e1"]


def test_the_last_day_is_drawn_to_its_end(events):
    drawn = rows(timeline(events))
    assert pd.Timestamp(drawn["e2"]["end"]) == pd.Timestamp("2023-04-01", tz="UTC")


def test_the_label_prints_no_day_where_only_the_month_is_known(events):
    assert rows(timeline(events))["e2"]["caption"] == "Mar 2023 · Xi visits Moscow"


def test_labels_of_early_events_stand_right_and_of_late_ones_left(events):
    drawn = rows(timeline(events))
    assert (drawn["e2"]["side"], drawn["e1"]["side"]) == ("right", "left")


def test_the_title_counts_and_the_subtitle_owns_up_to_what_is_missing(events):
    title = timeline(events).to_dict()["title"]
    assert title["text"] == "Five dated events, March 2023 to April 2024"
    assert "Not drawn: one event without a date." in " ".join(title["subtitle"])


def test_context_is_told_apart_from_contacts(events):
    drawn = rows(timeline(events))
    assert (drawn["e1"]["kind"], drawn["e3"]["kind"], drawn["e5"]["kind"]) == (
        "meeting",
        "statement",
        "context",
    )


def test_the_description_tells_every_event(events):
    words = timeline(events).to_dict()["description"]
    assert "8–9 Apr 2024 · Lavrov visits China (planned)" in words
    assert "22 Jan 2024 · Macron meets Scholz (denied)" in words


def test_quotes_below_carry_the_row_of_their_event(events, quotes):
    spec = timeline(events, quotes).to_dict()
    lines = next(data for data in spec["datasets"].values() if "line" in data[0])
    assert [(row["rank"], row["line"]) for row in lines] == [
        (0, "Xi Jinping: “a limitless friendship”"),
        (3, "Mao Ning: “a visit of great importance to both of our countries”"),
    ]


def test_the_article_stands_as_a_rule_of_its_own(events):
    assert "article, 7 Apr 2024" in str(timeline(events, published=date(2024, 4, 7)).to_dict())


def test_of_very_many_events_those_most_spoken_of_are_drawn(events):
    many = pd.concat([events.iloc[:5]] * 30, ignore_index=True)
    many["event_id"] = [f"e{n}" for n in range(len(many))]
    many.loc[77, "sentences"] = 9
    drawn = rows(timeline(many, rows=10))
    assert len(drawn) == 10
    assert "e77" in drawn


def test_a_long_summary_is_cut_and_whole_in_the_description(events):
    long = (
        "Ministers of thirty countries meet in a very long hall to speak of "
        + "grain and ships and " * 4
        + "cod"
    )
    events.loc[2, "summary"] = long
    chart = timeline(events)
    assert rows(chart)["e3"]["caption"].endswith("…")
    assert long in chart.to_dict()["description"]


def test_an_event_told_by_many_articles_is_one_row_with_the_quotes_of_each(events, quotes):
    merged = events.assign(
        article_id="a",
        articles=2,
        members=[(f"a/{e}", f"b/{e}") for e in events["event_id"]],
        conflicts=[()] * 6,
    )
    merged.at[1, "conflicts"] = ("place: Moscow or Kazan",)
    told = pd.concat([quotes.assign(article_id="a"), quotes.assign(article_id="b")], ignore_index=True)
    chart = timeline(merged, told)
    assert rows(chart)["e2"]["told"] == "two articles; they differ: place: Moscow or Kazan"
    lines = next(data for data in chart.to_dict()["datasets"].values() if "line" in data[0])
    assert [row["rank"] for row in lines] == [0, 0, 3, 3]
