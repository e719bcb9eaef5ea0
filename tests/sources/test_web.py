"""Saved pages: the article, what the page says of it, and what stands in its place."""

from __future__ import annotations

from datetime import date

import pytest

import explore as ex
from explore.errors import SourceError

PARAGRAPHS = [
    "The two ministers met in Beijing on Monday to speak about trade and the war in Ukraine, officials said.",
    "The Chinese minister said that the visit opened a new chapter for both countries, and that more would follow.",
    "His guest thanked him for the invitation and said that relations had never been better than they were now.",
    "The talks went on over dinner, where trade in grain and machines was on the table, a diplomat told reporters.",
]
TITLE = "Ministers meet in Beijing"
BODY = f"<p>{PARAGRAPHS[0]}</p><h2>“A new chapter”</h2>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
META = (
    f'<meta property="og:title" content="{TITLE} - The Example Post">'
    '<meta property="og:site_name" content="The Example Post">'
    '<meta property="article:published_time" content="2024-04-08T23:30:00-05:00">'
    '<link rel="canonical" href="https://www.example.org/world/ministers-meet">'
)
MENU = '<nav><a href="/">Home</a> <a href="/world">World</a></nav>'
RELATED = '<div class="related"><h3>Related</h3><a href="/x">Snow closes roads in the east</a></div>'


def page(body=BODY, head=META, title=f"{TITLE} | The Example Post"):
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>\n<body>{MENU}"
        f"<h1>{TITLE}</h1><article>{body}</article>{RELATED}</body></html>"
    )


@pytest.fixture
def load(tmp_path):
    def read(markup, name="page.html", **options):
        path = tmp_path / name
        path.write_text(markup, encoding="utf-8")
        return ex.load(path, **options)

    return read


def test_title_paragraphs_and_subheading(load):
    article = load(page())
    assert article.text.split("\n\n") == [TITLE, PARAGRAPHS[0], "“A new chapter”", *PARAGRAPHS[1:]]
    assert [p.kind for p in article.paragraphs] == ["title", "body", "subheading", "body", "body", "body"]


def test_what_the_page_says_of_the_article(load):
    article = load(page(head=META + '<meta name="author" content="Jane Doe">'))
    assert (article.title, article.author, article.source) == (TITLE, "Jane Doe", "The Example Post")
    assert article.url == "https://www.example.org/world/ministers-meet"


def test_the_day_is_the_calendar_day_that_is_written(load):
    article = load(page())
    assert (article.published, article.published_from) == (date(2024, 4, 8), "metadata")
    assert load(page(), published=date(2024, 4, 9)).published == date(2024, 4, 9)


def test_the_author_of_the_linked_data_wins(load):
    linked = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": '
        '"Jane Doe"}, {"@type": "Person", "name": "Li Na"}]}</script>'
    )
    assert load(page(head=META + '<meta name="author" content="admin">' + linked)).author == "Jane Doe, Li Na"


def test_an_address_is_no_author(load):
    article = load(page(head=META + '<meta name="author" content="https://example.org/staff/jane">'))
    assert article.author is None


def test_what_is_not_of_the_article_is_listed(load):
    assert {"Home", "World", "Related", "Snow closes roads in the east"} <= {
        f.text for f in load(page()).furniture
    }


def test_clean_false_keeps_what_the_page_shows(load):
    assert "Snow closes roads in the east" in load(page(), clean=False).text


def test_a_body_in_the_linked_data_only(load):
    body = "\\n\\n".join(PARAGRAPHS)
    linked = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", "articleBody": "{body}"}}</script>'
    article = load(f"<html><head><title>{TITLE}</title>{linked}</head><body><div id=app></div></body></html>")
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]


def test_a_page_saved_as_one_message(load):
    message = (
        "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://www.example.org/a\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n'
        "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://www.example.org/a\r\n\r\n"
        + page(head="")
        + "\r\n--b--\r\n"
    )
    article = load(message, "page.mhtml")
    assert (article.title, article.url) == (TITLE, "https://www.example.org/a")
    assert PARAGRAPHS[3] in article.text


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<noscript>Please enable JavaScript to view this page.</noscript><div id=root></div>", "JavaScript"),
        (
            "<div><p>We and our partners use cookies to store and access data on your device.</p>"
            "<p>You can change your cookie settings at any time.</p><button>Accept all</button></div>",
            "cookies",
        ),
        (
            f"<p>{PARAGRAPHS[0]}</p><p>Subscribe to continue reading this article. Already a subscriber? Sign in "
            "to read the full story.</p>",
            "a paywall",
        ),
        ("<p>Checking your browser. Please verify that you are a human to continue.</p>", "robots"),
    ],
)
def test_a_wall_is_named_and_never_the_article(load, body, what):
    with pytest.raises(SourceError, match=f"shows .*{what}"):
        load(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")


def test_a_front_page_is_a_list(load):
    stories = "".join(
        f"<h2>Minister number {n} leaves for Beijing</h2><p>He will be back on the {n + 2}th of the month, his office said.</p>"
        for n in range(12)
    )
    with pytest.raises(SourceError, match="a list of articles"):
        load(f"<html><head><title>World news</title></head><body><main>{stories}</main></body></html>")


def test_an_article_about_cookies_is_an_article(load):
    text = "The commission said that we use cookies on too many pages, and wants a button to reject all of them. "
    assert load(page(BODY + f"<p>{text}</p>")).text.count("cookies") == 1


def test_a_page_in_another_language_is_refused_by_its_name(load):
    text = "Le ministre russe des Affaires étrangères est attendu en Chine lundi et mardi pour une visite de deux jours. "
    with pytest.raises(SourceError, match="French"):
        load(page("".join(f"<p>{text}Il y sera avec sa délégation numéro {n}.</p>" for n in range(5))))


def test_script_in_every_field_is_text(load):
    evil = "&lt;script&gt;alert(1)&lt;/script&gt;"
    article = load(page(BODY + f"<p>He wrote {evil} on the board and nobody in the room laughed at it.</p>"))
    assert "<script" not in article._repr_html_()


def test_a_layout_of_tables_is_parted_into_paragraphs(load):
    text = "<br><br>".join(
        f"The ministry said on Monday that {n} envoys would travel to Ankara soon." for n in range(12)
    )
    page = f"<html><title>Envoys to Ankara</title><body><table><tr><td>Home</td><td><b>Envoys to Ankara</b><br>By Ana Rusu<br>9 April 2024<br><br>{text}</td></tr></table></body></html>"
    article = load(page, "table.html")
    assert (article.author, article.published) == ("Ana Rusu", date(2024, 4, 9))
    assert article.text.count("\n\nThe ministry said on Monday") == 12


def test_a_day_in_the_story_is_not_the_day_of_publication(load):
    story = "".join(
        f"<p>Envoy number {n} had been to Ankara on 3 March 2019, when the crossing was opened by both sides.</p>"
        for n in range(5)
    )
    page = f"<html><title>Envoys to Ankara</title><body><h1>Envoys to Ankara</h1>{story}<p>© 2021 The Courier</p></body></html>"
    assert load(page, "undated.html").published is None


def test_the_day_of_the_article_counts_not_that_of_its_site(load):
    graph = (
        '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, {"@type": "Organization", "@id": "#o", '
        '"name": "The Courier"}, {"@type": "NewsArticle", "headline": "Envoys to Ankara", '
        '"datePublished": "2024-04-09", "publisher": {"@id": "#o"}}]}'
    )
    story = "".join(
        f"<p>The ministry said that {n} envoys would travel to Ankara in the spring.</p>" for n in range(5)
    )
    page = f'<html><head><title>Envoys to Ankara</title><script type="application/ld+json">{graph}</script></head><body>{story}</body></html>'
    article = load(page, "graph.html")
    assert (article.published, article.source) == (date(2024, 4, 9), "The Courier")


def test_a_live_report_is_no_list(load):
    posts = "".join(
        f"<h3>Update {n} from Ankara</h3><p>The talks of hour {n} went on without a pause.</p>"
        for n in range(8)
    )
    page = f'<html><head><title>Talks live</title><meta property="og:type" content="article"></head><body><h1>Talks live</h1>{posts}</body></html>'
    assert "hour 7" in load(page, "live.html").text
