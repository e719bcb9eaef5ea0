"""Who is quoted how much, when and how; who appears where and with whom."""

from __future__ import annotations

from explore import charts


def words(chart):
    return chart.to_dict()["description"]


def test_headings_are_nobodys_words(quotes):
    assert "without limits" not in str(charts.quotes_in_time(quotes).to_dict())
    assert "16 words quoted from two speakers" in words(charts.quoted_how_much(quotes))


def test_quotes_of_an_unknown_day_are_counted_and_not_drawn(quotes):
    chart = charts.quotes_in_time(quotes).to_dict()
    assert chart["title"]["text"] == "Two quotations by two speakers"
    assert "Not drawn: one quotation without a day." in " ".join(chart["title"]["subtitle"])


def test_cue_words_are_told_beside_the_speaker(quotes):
    assert "Mao Ning, 13 words in two quotations (said 2×)" in words(charts.quoted_how_much(quotes))


def test_a_name_and_other_words_are_told_apart(mentions):
    spec = charts.actors_in_text(mentions).to_dict()
    (data,) = spec["datasets"].values()
    assert [row["said"] for row in data] == ["by name", "by name", "in other words", "by name", "by name"]


def test_actors_who_share_sentences_are_pairs(mentions):
    assert words(charts.actors_together(mentions)).endswith("Xi Jinping with Vladimir Putin 2×.")


def test_actors_alone_give_a_chart_that_says_so(mentions):
    assert words(charts.actors_together(mentions.iloc[4:])) == "No two actors appear in one sentence."


def test_what_is_only_told_of_stands_in_no_marks(quotes):
    told = quotes.assign(kind="indirect")
    assert "“" in words(charts.quotes_in_time(quotes))
    assert "“" not in words(charts.quotes_in_time(told))
