"""One utterance in several wordings: what is shared stands plain, what differs is framed."""

from __future__ import annotations

from explore.charts import quote_families
from explore.charts.widths import width_of


def words(chart):
    return next(data for data in chart.to_dict()["datasets"].values() if "word" in data[0])


def test_words_that_only_one_wording_has_are_framed(families):
    framed = {row["word"] for row in words(quote_families(families)) if row["differs"]}
    assert framed == {"without"}


def test_a_quote_alone_is_no_family(families):
    alone = families.assign(family=["f1", None, None, None])
    assert quote_families(alone).to_dict()["description"].startswith("No utterance")


def test_each_wording_is_told_with_who_and_when(families):
    told = quote_families(families).to_dict()["description"]
    assert "Xi Jinping · Mar 2023: “a limitless friendship”" in told
    assert "a heading: “Friendship without limits”" in told


def test_a_long_quotation_is_wrapped_within_the_chart(families):
    families.loc[1, "text"] = "peace and stability in the region " * 9
    drawn = words(quote_families(families))
    assert len({row["y"] for row in drawn}) > 3
    assert max(row["x2"] for row in drawn) <= 640


def test_the_width_of_letters_is_that_of_the_face():
    assert width_of("mm", 10) == 16.66
    assert width_of("il", 10) == 4.44
