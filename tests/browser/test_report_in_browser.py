"""The report opened in a browser: no request, every chart alive, nothing of the article run."""

from __future__ import annotations

import pytest

from explore.report import report

from .test_notebooks_in_lab import evil_article


def written(tmp_path_factory, name, text):
    folder = tmp_path_factory.mktemp(name)
    (folder / "article.txt").write_text(text, encoding="utf-8")
    page = folder / "report.html"
    page.write_text(report(str(folder / "article.txt")), encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    return written(tmp_path_factory, "evil", evil_article())


def test_markup_in_an_article_is_shown_and_not_run(evil, watch):
    watched = watch()
    watched.page.goto(evil.as_uri())
    watched.page.wait_for_timeout(3000)
    assert watched.page.evaluate("window.hurt") is None
    assert watched.dialogs == []
    assert "<script>window.hurt = 1" in watched.page.inner_text("body")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_reads_without_a_network(scheme, tmp_path_factory, watch, pictures):
    from explore.notebooks import lab_folder

    article = lab_folder() / "data" / "articles" / "lavrov-china-2024.txt"
    page = written(tmp_path_factory, "report", article.read_text(encoding="utf-8"))
    watched = watch(scheme)
    watched.page.goto(page.as_uri())
    watched.page.wait_for_selector("svg.marks", timeout=30_000)
    watched.page.wait_for_timeout(2000)
    figures = watched.page.locator("figure").count()
    assert watched.page.locator("figure svg.marks").count() == figures > 5
    assert watched.requests == [page.as_uri()]
    assert watched.errors == []
    watched.page.screenshot(path=pictures / f"report-{scheme}.png", full_page=True)
