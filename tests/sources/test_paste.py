"""A pasted page becomes its article, and what was cut is listed."""

from __future__ import annotations

from datetime import date

import pytest

import explore as ex
from explore.sources.text import article_from_paste

BODY = [
    "Foreign ministers of the two countries met in Ankara on Thursday and agreed to reopen the border for trade, "
    "officials on both sides said after four hours of talks.",
    "“We have turned a page,” the host told reporters. “Our people have waited for this for eleven years.”",
    "His guest was more careful, and said that much would depend on the customs rules that experts will draft "
    "over the summer.",
    "A long road",
    "The border was closed in 2013, when a quarrel about water from a dam in the mountains ended in shots, and "
    "villages on both sides lost their markets.",
    "Since then traders have gone through a third country, a detour of two days that doubles the price of fruit.",
]
TITLE = "Ministers agree in Ankara to reopen the border for trade"
PAGE = "\n".join(
    [
        "Home", "World", "Politics", "Sign in", "Subscribe", "",
        TITLE, "",
        "By Ayla Demir", "Published: 14 March 2024, 18:20 GMT", "", "Share", "Tweet", "",
        *("\n" + line for line in BODY), "",
        "Related articles", "",
        "Snow closes roads in the east", "",
        "Heavy snow has closed...", "",
        "Sign up for our newsletter", "© 2024 The Example Post. All rights reserved.",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def article():
    return article_from_paste(PAGE)


def test_the_body_is_kept_whole_and_nothing_else(article):
    assert article.text.split("\n\n") == [TITLE, *BODY]


def test_title_and_subheading_are_told_from_paragraphs(article):
    assert article.title == TITLE
    assert [p.kind for p in article.paragraphs] == [
        "title",
        "body",
        "body",
        "body",
        "subheading",
        "body",
        "body",
    ]


def test_every_line_cut_is_listed_with_its_line_and_a_reason(article):
    cut = {f.text: (f.line, f.reason) for f in article.furniture}
    assert {"Home", "Share", "Related articles", "Snow closes roads in the east"} <= cut.keys()
    assert cut["Subscribe"] == (5, "asks to subscribe")
    assert all(reason for _, reason in cut.values())
    kept = {line for line in PAGE.split("\n") if line} - cut.keys()
    assert kept == {TITLE, *BODY}


def test_byline_and_date_line_are_read_before_they_are_cut(article):
    assert article.author == "Ayla Demir"
    assert (article.published, article.published_from) == (date(2024, 3, 14), "dateline")


def test_the_stamp_of_the_article_counts_and_not_the_day_at_the_head_of_the_page():
    page = PAGE.replace("Home\n", "Friday 15 March 2024\nHome\n", 1)
    page = "\n".join(
        "By Ayla Demir - 03/14/2024 9:04 PM EST" if "14" in line else line for line in page.split("\n")
    )
    article = article_from_paste(page)
    assert (article.author, article.published) == ("Ayla Demir", date(2024, 3, 14))


@pytest.mark.parametrize(
    "line",
    [
        "By Ayla Demir Updated Mar 14, 2024, 9:04pm EST",
        "By Ayla Demir@demir March 14, 2024",
        "Mar 14, 2024 by Ayla Demir",
    ],
)
def test_the_author_ends_where_the_date_begins(line):
    article = article_from_paste("\n\n".join(["Home", "Subscribe", TITLE, line, *BODY]))
    assert (article.author, article.published) == ("Ayla Demir", date(2024, 3, 14))


def test_a_stamp_without_its_year_is_no_headline():
    article = article_from_paste("\n".join(["14 MAR, 18:20", TITLE, *BODY]))
    assert article.title == TITLE
    assert [(f.text, f.reason) for f in article.furniture] == [("14 MAR, 18:20", "date line")]


DECK = "Traders hope that the border in the mountains opens before the summer, but the customs rules are open"


@pytest.mark.parametrize(
    "between",
    [
        ["Show more sharing options"],
        [DECK],
        ["Traders wait at the border (Ayla Demir / The Example Post)"],
        [
            "Click to email this to a friend (Opens in new window)",
            "Why the border was closed for eleven years",
        ],
    ],
)
def test_the_headline_stands_over_what_comes_between_it_and_the_text(between):
    page = ["Home", "World", "Subscribe", f"Home World {TITLE}", TITLE, *between, "By Ayla Demir", *BODY]
    assert article_from_paste("\n\n".join(page)).title == TITLE


def test_a_text_without_a_headline_has_none():
    assert article_from_paste("\n\n".join(["Home", "Subscribe", *BODY[:3]])).title is None


def test_the_source_is_read_before_its_line_is_cut():
    article = article_from_paste(
        "\n\n".join([TITLE, *BODY, "This article was first published on example.org"])
    )
    assert article.source == "example.org"
    assert "example.org" not in article.text


def test_the_day_told_wins_over_the_date_line():
    article = article_from_paste(PAGE, published=date(2024, 3, 15))
    assert (article.published, article.published_from) == (date(2024, 3, 15), "given")


def test_an_article_alone_is_kept_whole():
    article = article_from_paste("\n\n".join([TITLE, *BODY]))
    assert article.text == "\n\n".join([TITLE, *BODY])
    assert article.furniture == ()


def test_a_list_in_an_article_is_kept():
    items = [
        "- cheaper permits for lorries,",
        "- a joint office at the bridge,",
        "- a hotline between customs posts.",
    ]
    text = "\n\n".join([TITLE, *BODY[:3], "The agreement names three steps:", *items, *BODY[4:]])
    assert all(item in article_from_paste(text).text for item in items)


def test_wrapped_lines_are_joined_and_divided_words_mended():
    wrapped = (
        "Foreign ministers of the two countries met in Ankara on Thursday\n"
        "and agreed to reopen the border for trade, officials on both si-\n"
        "des said after four hours of talks that nobody had expected to\n"
        "end well.\n"
        "\n"
        "The border was closed when a quarrel about water from a dam in the\n"
        "mountains ended in shots, and villages on both sides of it lost\n"
        "their markets.\n"
    )
    first, second = article_from_paste(wrapped).text.split("\n\n")
    assert first.endswith(
        "officials on both sides said after four hours of talks that nobody had expected to end well."
    )
    assert second.startswith(
        "The border was closed when a quarrel about water from a dam in the mountains ended"
    )


def test_two_articles_in_a_paste_are_said():
    second = [
        "Floods in the south cut off forty villages",
        "By Can Yilmaz",
        "Rivers in the south rose over their banks on Friday night and cut off about forty villages, the army said.",
        "Helicopters brought food and blankets to the roofs of schools, where several hundred people had waited since dawn.",
        "The governor asked the capital for money and said that the dikes had not been mended for twenty years.",
    ]
    article = article_from_paste("\n\n".join([TITLE, "By Ayla Demir", *BODY, *second]))
    assert any("articles in it" in w or "another text" in w for w in article.warnings)


def test_one_article_is_not_said_to_be_several(article):
    assert article.warnings == ()


def test_clean_false_keeps_every_line(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    article = ex.load(path, clean=False)
    assert article.furniture == ()
    assert all(line in article.text for line in PAGE.split("\n"))


def test_offsets_of_paragraphs_are_those_of_the_text(article):
    assert [article.text[p.start_char : p.end_char] for p in article.paragraphs] == [TITLE, *BODY]


def test_where_nothing_looks_like_an_article_everything_is_kept_and_said():
    article = article_from_paste("Milk\nEggs\nBread\nTea")
    assert article.text == "Milk\n\nEggs\n\nBread\n\nTea"
    assert article.warnings == ("not sure what is of the article: kept everything",)
