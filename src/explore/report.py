"""The report: the notebooks run on one article, as one HTML file that needs no network and no kernel."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import vl_convert as vlc
from nbconvert import HTMLExporter

from explore.charts.renderer import MIME, VEGALITE
from explore.notebooks import of_one_article, opened, run
from explore.sources import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from nbformat import NotebookNode

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LEFT_OUT = {"parameters"}
_DRAW = (
    "document.querySelectorAll('script[data-chart]').forEach(spec => "
    "vegaEmbed('#' + spec.dataset.chart, JSON.parse(spec.textContent), {actions: false, renderer: 'svg'}))"
)
_STYLE = """
:root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #14181d; } }
body { color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, sans-serif; margin: 2rem auto;
       max-width: 1000px; padding: 0 1.25rem; }
h1 { margin-top: 3rem; } h2 { margin-top: 2.2rem; } pre { white-space: pre-wrap; }
table { font-size: .92rem; } figure { margin: 1rem 0; overflow-x: auto; }
.jp-OutputArea-output { overflow-x: auto; }
@media print { body { max-width: none; } }
"""


def report(article: str, progress: Callable[[str], None] = lambda words: None) -> str:
    """Return the report of an article as HTML.

    Parameters
    ----------
    article : str
        What `explore.load` takes: a path or an address.
    progress : callable
        Told in a few words what is being done.

    Raises
    ------
    ExploreError
        If the article cannot be used.
    """
    loaded = load(article)
    pages = []
    for path in of_one_article():
        progress(path.stem.replace("_", " "))
        pages.append(run(opened(path, source(article)), path.parent))
    cells = [cell for page in pages for cell in page.cells]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number:02d}"
    together = nbformat.v4.new_notebook(cells=cells)
    return _page(loaded.title or loaded.origin, _without(together, LEFT_OUT))


def source(article: str) -> str:
    """Return a path that holds in any working folder; an address as it is.

    >>> source("https://example.org/news")
    'https://example.org/news'
    """
    return article if "://" in article else str(Path(article).absolute())


def _without(notebook: NotebookNode, tags: set[str]) -> NotebookNode:
    notebook.cells = [cell for cell in notebook.cells if not tags & set(cell.metadata.get("tags", ()))]
    return notebook


def _page(title: str, notebook: NotebookNode) -> str:
    """Return the cells as one page: prose and outputs, the code left out, Vega written into it once."""
    specs = _charts_as_figures(notebook)
    exporter = HTMLExporter(
        template_name="basic",
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(notebook)
    script = vlc.javascript_bundle(_DRAW, vl_version=VEGALITE).replace("</script", "<\\/script")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>{body}{''.join(specs)}"
        f'<script type="module">{script}</script></body></html>\n'
    )


def _charts_as_figures(notebook: NotebookNode) -> list[str]:
    """Put a labelled figure in the place of each chart and return the specifications as scripts."""
    specs: list[str] = []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            data: dict[str, Any] = output.get("data", {})
            if MIME in data:
                spec = {**data.pop(MIME), "$schema": SCHEMA}
                name = f"chart-{len(specs)}"
                label = escape(spec.get("description", "chart"))
                data.pop("image/png", None)
                data["text/html"] = f'<figure id="{name}" aria-label="{label}">{label}</figure>'
                # No "<" is left in the script, so nothing in it can end it.
                text = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
                specs.append(f'<script type="application/json" data-chart="{name}">{text}</script>')
    return specs
