"""The notebooks: run in order, the same bytes twice, short cells, and a word on what they cannot tell."""

from __future__ import annotations

import json
import re
from statistics import median

import nbformat
import pytest

from explore.notebooks import curated, lay_out, of_one_article, opened, run

NOTEBOOKS = curated()
LINES_MOST, CELLS_MOST, MEGABYTES_MOST = 8, 25, 1.5


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def notebook(path):
    return nbformat.read(path, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def without_stills(notebook):
    """Return the text of a notebook without what differs by machine: its pictures, the version of Python."""
    notebook = nbformat.from_dict(json.loads(nbformat.writes(notebook)))
    notebook.metadata.language_info = {"name": "python"}
    for cell in code(notebook):
        for output in cell.outputs:
            output.get("data", {}).pop("image/png", None)
            output.get("metadata", {}).pop("image/png", None)
    return nbformat.writes(notebook)


def test_three_are_of_one_article_and_one_of_many():
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04"]
    assert of_one_article() == NOTEBOOKS[:3]


def test_every_code_cell_was_run_in_order(notebook):
    counts = [cell.execution_count for cell in code(notebook)]
    assert counts == list(range(1, len(counts) + 1))


def test_a_notebook_is_short_and_so_are_its_cells(notebook):
    lengths = [len(cell.source.splitlines()) for cell in code(notebook)]
    assert len(notebook.cells) <= CELLS_MOST
    assert median(lengths) <= 3
    assert max(lengths) <= LINES_MOST


def test_the_first_code_cell_names_what_is_read(notebook):
    first = code(notebook)[0]
    assert first.metadata.tags == ["parameters"]
    assert re.match(r'ARTICLES? = "\.\./data/articles(?:/[\w-]+\.txt)?"$', first.source)


def test_sections_ask_and_the_last_says_what_cannot_be_told(notebook):
    headings = [
        line for cell in notebook.cells for line in cell.source.splitlines() if line.startswith("## ")
    ]
    assert all(heading.endswith("?") for heading in headings[:-1])
    assert headings[-1] == "## What this cannot tell you"


def test_prose_stands_before_every_section(notebook):
    assert notebook.cells[0].cell_type == "markdown"
    assert notebook.cells[0].source.startswith("# ")


def test_nothing_is_stored_that_changes_or_runs(path, notebook):
    stored = path.read_text(encoding="utf-8")
    assert not re.search(r"0x[0-9a-f]{6,}|Traceback|Warning|<script", stored)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert len(stored) < MEGABYTES_MOST * 1e6


@pytest.mark.slow
def test_running_again_changes_no_byte(path, notebook):
    again = run(opened(path), path.parent)
    assert without_stills(again) == without_stills(notebook)
    assert nbformat.writes(run(opened(path), path.parent)) == nbformat.writes(again)


@pytest.mark.slow
@pytest.mark.parametrize("path", of_one_article(), ids=lambda path: path.stem)
def test_another_article_is_one_line_away(path, tmp_path):
    article = tmp_path / "a “new” article.txt"
    article.write_text(
        "Talks in Vienna\n\nOn 4 May 2023, Emmanuel Macron met Olaf Scholz in Vienna.\n\n"
        "“We agreed,” said Alexander Schallenberg.\n"
    )
    other = run(opened(path, str(article)), path.parent)
    assert re.search("Vienna|We agreed", nbformat.writes(other))
    assert "Lavrov" not in nbformat.writes(other)


def test_a_folder_is_laid_out_and_nothing_in_it_overwritten(tmp_path):
    mine = tmp_path / "notebooks" / NOTEBOOKS[0].name
    mine.parent.mkdir()
    mine.write_text("mine")
    kept, placed = lay_out(tmp_path)
    assert (kept, mine.read_text()) == (1, "mine")
    assert placed == len(NOTEBOOKS) - 1 + len(list((tmp_path / "data" / "articles").iterdir()))
    assert lay_out(tmp_path) == (kept + placed, 0)
