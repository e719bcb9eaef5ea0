"""Each notebook opened in JupyterLab, from what is stored and after Run All, in light and dark."""

from __future__ import annotations

import nbformat
import pytest

from explore.charts.renderer import MIME
from explore.notebooks import curated, opened

from .conftest import TOKEN

EVIL = (
    '<script>window.hurt = 1; alert("hurt")</script>',
    '<img src="x" onerror="window.hurt = 1">',
    '"><svg onload="window.hurt = 1">',
)


def visit(page, address, name):
    page.goto(f"{address}/lab/tree/notebooks/{name}?token={TOKEN}&reset", wait_until="domcontentloaded")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    idle = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'
    page.wait_for_selector(idle, state="attached", timeout=90_000)
    # The indicator is idle before there is a kernel too.
    page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
        timeout=90_000,
    )
    page.evaluate("window.jupyterapp.shell.collapseLeft()")


def settle(page, charts):
    """Wait until every chart is drawn; JupyterLab draws once more when its settings arrive."""
    for _ in range(2):
        page.wait_for_function(
            "n => document.querySelectorAll('.jp-OutputArea .vega-embed svg.marks').length >= n",
            arg=charts,
            timeout=60_000,
        )
        page.wait_for_timeout(1500)


def run_all(page):
    """Clear what is stored, run every cell, and wait until each has its number."""
    page.evaluate("window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    page.evaluate("() => void window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(
        """() => document.querySelector('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]')
        || [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(p => /\\[\\d+\\]/.test(p.textContent))""",
        timeout=120_000,
    )
    assert "Traceback" not in page.inner_text(".jp-NotebookPanel")


def picture(page, path):
    height = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.jp-WindowedPanel-outer, .jp-Notebook')].map(e => e.scrollHeight))"
    )
    page.set_viewport_size({"width": 1280, "height": min(height + 140, 9000)})
    page.evaluate(
        "document.querySelectorAll('.jp-WindowedPanel-outer, .jp-Notebook').forEach(e => { e.scrollTop = 0; })"
    )
    page.wait_for_timeout(800)
    page.screenshot(path=path)
    page.set_viewport_size({"width": 1280, "height": 900})


def charts_in(path):
    notebook = nbformat.read(path, as_version=4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return sum(MIME in output.get("data", {}) for output in outputs)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
@pytest.mark.parametrize("path", curated(), ids=lambda path: path.stem)
def test_a_notebook_opens_and_runs(path, theme, lab, watch, pictures):
    _, address = lab
    watched = watch()
    page, charts = watched.page, charts_in(path)
    visit(page, address, path.name)
    settle(page, charts)
    assert page.locator(".jp-mod-dirty").count() == 0
    # JupyterLab remembers the theme of the test before.
    page.evaluate(
        f"window.jupyterapp.commands.execute('apputils:change-theme', {{theme: 'JupyterLab {theme}'}})"
    )
    settle(page, charts)
    picture(page, pictures / f"{path.stem}-{theme.lower()}-stored.png")
    run_all(page)
    settle(page, charts)
    picture(page, pictures / f"{path.stem}-{theme.lower()}-run.png")
    assert page.locator('.jp-RenderedText[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    assert watched.left_the_machine() == []
    assert watched.errors == []


def test_clicking_an_event_fades_the_others(lab, watch):
    _, address = lab
    page = watch().page
    visit(page, address, "02_timeline.ipynb")
    settle(page, 1)
    marks = page.locator(".vega-embed").first.locator(
        "path[aria-roledescription=bar], path[aria-roledescription=point]"
    )
    marks.first.click()
    page.wait_for_timeout(500)
    faded = [mark for mark in marks.all() if float(mark.get_attribute("opacity") or 1) < 0.5]
    assert 0 < len(faded) < marks.count()


@pytest.mark.parametrize("path", curated(), ids=lambda path: path.stem)
def test_markup_in_an_article_is_never_run(path, lab, watch):
    folder, address = lab
    article = folder / "data" / "articles" / "evil.txt"
    article.write_text(evil_article(), encoding="utf-8")
    name = f"evil_{path.name}"
    nbformat.write(opened(path, "../data/articles/evil.txt"), folder / "notebooks" / name)
    watched = watch()
    visit(watched.page, address, name)
    run_all(watched.page)
    watched.page.wait_for_timeout(2000)
    assert watched.page.evaluate("window.hurt") is None
    assert watched.dialogs == []
    assert watched.page.locator(".jp-OutputArea-output img[src=x]").count() == 0


def evil_article():
    """Return an article with markup wherever an article can have words."""
    script, image, drawing = EVIL
    return (
        f"Macron {script} meets Scholz\n\n"
        f"On 4 May 2023, Emmanuel {image} Macron met Olaf Scholz {drawing} in Berlin {script}.\n\n"
        f"“We agreed {script} {image} on much,” said French President Emmanuel Macron {drawing} on Thursday.\n\n"
        f"“A friendship {image} without limits”\n\n"
        f"Karl {drawing} Nehammer, the chancellor {image}, spoke on Monday of “a friendship {image} with limits”.\n\n"
        f"This article is originally published on example.org{image}\n\nSubscribe {script}\n\nRelated articles\n"
    )
