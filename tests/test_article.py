"""An article from text at hand, its paragraphs, and how it shows itself."""

from __future__ import annotations

from datetime import date

import pytest

import explore as ex

TEXT = "Xi in Moscow\n\n  Xi Jinping arrived in Moscow on Monday.\r\nHe met Vladimir Putin\u00a0there.\n"


def test_the_text_stays_as_it_is():
    article = ex.Article.from_text(TEXT)
    assert article.text == TEXT
    assert [TEXT[p.start_char : p.end_char] for p in article.paragraphs] == [
        "Xi in Moscow",
        "Xi Jinping arrived in Moscow on Monday.",
        "He met Vladimir Putin\u00a0there.",
    ]


def test_a_title_told_is_kept_beside_the_text():
    article = ex.Article.from_text("Xi Jinping arrived on Monday.", title="Xi in Moscow")
    assert (article.title, article.text) == ("Xi in Moscow", "Xi Jinping arrived on Monday.")


def test_clean_cuts_and_lists():
    body = [
        "Xi Jinping arrived in Moscow on Monday for three days of talks with Vladimir Putin, the Kremlin said.",
        "The two will dine together this evening, and their delegations will meet on Tuesday morning.",
        "Chinese state media called the visit a journey of friendship, of cooperation and of peace.",
    ]
    page = "\n\n".join(["Subscribe", "Xi in Moscow", *body, "Related articles", "Read more"])
    article = ex.Article.from_text(page, clean=True)
    assert article.text == "\n\n".join(["Xi in Moscow", *body])
    assert [f.text for f in article.furniture] == ["Subscribe", "Related articles", "Read more"]


@pytest.mark.parametrize("blank", ["", " \n\t\n", "\u00a0"])
def test_no_text_is_an_error(blank):
    with pytest.raises(ex.errors.SourceError, match="there is no text"):
        ex.Article.from_text(blank)


def test_a_day_told_later_is_given():
    article = ex.Article.from_text("Xi Jinping arrived.").with_published(date(2023, 3, 20))
    assert (article.published, article.published_from) == (date(2023, 3, 20), "given")


def test_nothing_of_an_article_is_shown_as_markup():
    evil = "<script>alert(1)</script>"
    article = ex.Article(
        text=evil,
        paragraphs=(ex.article.Paragraph(0, len(evil)),),
        title=evil,
        source=evil,
        author=evil,
        furniture=(ex.article.Furniture(evil, evil),),
        warnings=(evil,),
        origin=evil,
    )
    assert "<script" not in article._repr_html_()


def test_a_day_may_be_given_as_text():
    assert ex.Article.from_text("The ministers met.", published="2024-04-07").published == date(2024, 4, 7)


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ex.ExploreError, match="published='yesterday': this is no day"):
        ex.Article.from_text("The ministers met.", published="yesterday")


def test_the_day_given_to_read_decides():
    reading = ex.read(ex.Article.from_text("Wang Yi met him on Monday."), published="2024-04-10")
    assert (reading.published, reading.published_from) == (date(2024, 4, 10), "given")
    assert reading.dates.begin[0].date() == date(2024, 4, 8)
