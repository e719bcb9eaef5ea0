"""Run notebooks and store them: on another article if asked, and the same bytes every time.

`python -m explore.notebooks notebooks` runs every notebook of a folder and stores its outputs.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from nbclient import NotebookClient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nbformat import NotebookNode

SECONDS_A_CELL = 300
# As JupyterLab has them: where they differ, it marks a notebook unsaved as soon as it is opened.
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_SHIPPED = Path(__file__).parent / "_lab"
_REPOSITORY = Path(__file__).parents[2]


def lab_folder() -> Path:
    """Return the folder with the notebooks and the sample articles: in the wheel, else in the repository."""
    return _SHIPPED if _SHIPPED.is_dir() else _REPOSITORY


def curated() -> list[Path]:
    """Return the notebooks that come with the package, in order."""
    return sorted((lab_folder() / "notebooks").glob("*.ipynb"))


def of_one_article() -> list[Path]:
    """Return the curated notebooks that read one article, which is what a report is about."""
    return [path for path in curated() if "ARTICLE = " in path.read_text(encoding="utf-8")]


def opened(path: Path, article: str | None = None) -> NotebookNode:
    """Return a notebook, its `parameters` cell pointing at another article if one is named."""
    notebook = nbformat.read(path, as_version=4)
    if article is not None:
        line = f"ARTICLE = {json.dumps(article, ensure_ascii=False)}"
        for cell in notebook.cells:
            if "parameters" in cell.metadata.get("tags", ()):
                cell.source = re.sub(r"^ARTICLE = .*$", lambda _: line, cell.source, flags=re.MULTILINE)
    return notebook


def run(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Run a notebook in a folder and return it without anything that differs from run to run.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
    NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    language = notebook.metadata.language_info
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": language})
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number:02d}"
        cell.metadata = nbformat.from_dict({k: v for k, v in cell.metadata.items() if k == "tags"})
    return notebook


def store(path: Path) -> None:
    """Run a notebook where it lies and store its outputs in it."""
    text = nbformat.writes(run(opened(path), path.parent))
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def lay_out(folder: Path) -> tuple[int, int]:
    """Copy the notebooks and the sample articles into a folder, never over a file that is there.

    Returns
    -------
    kept, placed : int
        How many files were there already, and how many were copied.
    """
    kept = placed = 0
    for part in ("notebooks", "data/articles"):
        for source in sorted((lab_folder() / part).glob("*.*")):
            target = folder / part / source.name
            if target.exists():
                kept += 1
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            placed += 1
    return kept, placed


def main(arguments: Sequence[str]) -> int:
    """Run and store every notebook of the folders named, telling which on stderr."""
    for folder in arguments or ("notebooks",):
        for path in sorted(Path(folder).glob("*.ipynb")):
            print(f"running {path}", file=sys.stderr)
            store(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
