"""The report: one file, no network, nothing of the article run."""

from __future__ import annotations

import re

import pytest

from explore.report import report

pytestmark = pytest.mark.slow
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "talks.txt"
    path.write_text(
        f"Talks {SCRIPT} in Vienna\n\nOn 4 May 2023, Karl {SCRIPT} Nehammer met Viktor Orban in Vienna.\n\n"
        f"“We agreed <!--<script> on much {SCRIPT} today,” said the Austrian chancellor, Karl Nehammer.\n"
    )
    return report(str(path))


def test_the_report_is_one_file_of_about_a_megabyte(html):
    assert 0.5e6 < len(html.encode()) < 2e6


def test_nothing_is_fetched(html):
    markup = re.sub(r"<script type=\"module\">.*</script>", "", html, flags=re.DOTALL)
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", markup)
    assert not re.search(r"cdn\.|jsdelivr|unpkg|cdnjs", html)
    assert not re.search(r"""\bimport\s*(?:\(\s*)?["']https?:""", html)


def test_markup_in_the_article_is_text(html):
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_title_is_that_of_the_article(html):
    assert "<title>Talks &lt;script&gt;" in html


def test_every_chart_says_in_words_what_it_shows(html):
    labels = re.findall(r'<figure aria-label="([^"]+)" id="chart-', html)
    assert len(labels) >= 6
    assert all(len(label) > 20 for label in labels)


def test_code_and_hints_for_the_notebook_are_left_out(html):
    assert "Run All Cells" not in html
    assert "import explore" not in html
