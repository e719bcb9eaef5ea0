"""The overview and the annotated article: what is known, how, and where it stands."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from explore import show


def test_the_overview_says_when_and_how_that_is_known(reading):
    words = repr(show.overview(reading))
    assert "Published: 7 Apr 2024, worked out from the text" in words
    assert "Evidence: A Sunday; Monday and Tuesday are April 8 and 9." in words


def test_a_span_is_told_where_the_day_is_not_known(reading):
    reading.published = None
    assert "Published: day not known; between 7 Apr 2024 and 7 Apr 2024" in repr(show.overview(reading))


def test_headings_do_not_count_as_quotations(reading):
    assert "one event, one quotation, one actor, one date" in repr(show.overview(reading))


def test_what_was_cut_is_listed(reading):
    assert "<li>Subscribe &lt;now&gt; <em>(asks to subscribe)</em></li>" in show.overview(reading).html


@pytest.mark.parametrize("shown", [show.overview, show.annotated])
def test_markup_in_the_article_is_text(reading, shown):
    html = shown(reading).html
    assert "<b>" not in html
    assert "&lt;b&gt;Moscow&lt;/b&gt;" in html


def test_marks_stand_on_their_words(reading):
    html = show.annotated(reading).html
    assert 'title="Xi Jinping (by name)">Xi Jinping</span>' in html
    assert 'title="Xi Jinping, Mar 2023">a limitless friendship</span>' in html


def test_what_the_words_do_not_say_stands_beside_them(reading):
    html = show.annotated(reading).html
    assert re.search(r">his counterpart</span> <span[^>]*>\[Vladimir Putin\]</span>", html)
    assert re.search(r">Last March</span> <span[^>]*>\[Mar 2023\]</span>", html)
    assert "[Xi Jinping]" not in html


def test_no_word_of_the_article_is_lost_or_doubled(reading):
    inside = pd.concat([reading.mentions, reading.mentions.iloc[:1]], ignore_index=True)
    inside.loc[2, "start_char"] = inside.loc[2, "start_char"] + 3
    reading.mentions = inside
    body = show.annotated(reading).html.split("</p>", 1)[1]
    plain = unescape(re.sub(r" <span[^>]*>\[[^\]]*\]</span>|<[^>]+>", "", body))
    assert plain == reading.article.text.replace("\n", "")
