"""Whatever the bytes: an article or one of our errors, never anything else."""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explore.errors import ExploreError
from explore.sources.decode import tidy
from explore.sources.furniture import cut_furniture
from explore.sources.lines import lines_of
from explore.sources.load import article_from_bytes

SENTENCE = "The minister said on Monday that the talks in Beijing had been long. "
PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "<h1>",
            "<html>",
            "<title>",
            "&amp;",
            "&#0;",
            "<!--",
            "<script>",
            "]]>",
            "<!DOCTYPE html>",
        ),
        *(
            "By Jane Doe",
            "Published: 8 April 2024",
            "Subscribe",
            "“",
            "”",
            "\n",
            "\n\n",
            "\u200b",
            "\u202e",
            "\x00",
            "\x1b[1m",
        ),
        *(
            "MIME-Version: 1.0\n",
            "Content-Type: multipart/related; boundary=x\n\n--x\n",
            "%PDF-1.4\n",
            SENTENCE,
        ),
    ]
)
MIXED = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(
    st.one_of(st.binary(max_size=400), MIXED.map(lambda t: t.encode("utf-8", "surrogatepass"))), st.booleans()
)
def test_bytes_are_an_article_or_one_of_our_errors(data, clean):
    try:
        article = article_from_bytes(data, "a file", clean=clean)
    except ExploreError:
        return
    assert all(article.text[p.start_char : p.end_char].strip() for p in article.paragraphs)
    article.text.encode("utf-8")


@FEW
@given(MIXED)
def test_no_line_is_kept_and_cut_or_neither(text):
    lines = lines_of(tidy(text)[0])
    if lines:
        cut = cut_furniture(lines)
        assert sorted([*cut.kept, *cut.reasons]) == list(range(len(lines)))
        assert cut.kept


@FEW
@given(MIXED)
def test_a_tidy_text_has_no_character_that_acts(text):
    tidied = tidy(text)[0]
    assert not {c for c in tidied if unicodedata.category(c) in ("Cc", "Cs")} - {"\n", "\t"}
    assert not set("\u200b\u202e\u2028\ufeff") & set(tidied)
