"""Files of a folder in the order of their names: nothing skipped without a word, no loop followed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from explore.errors import error
from explore.sources.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

# Stands in a folder where a corpus is kept: its tables are no articles.
CORPUS_MARK = ".explore-corpus"
# What systems and programs leave in folders; nobody means these as articles.
_LEFTOVERS = frozenset(("thumbs.db", "desktop.ini", "__macosx", "__pycache__", "node_modules"))


def is_leftover(name: str) -> bool:
    """Say whether a file or folder is hidden or left there by a system.

    >>> is_leftover(".DS_Store"), is_leftover("~$report.docx"), is_leftover("news.txt")
    (True, True, False)
    """
    hidden = name.startswith((".", "~$")) and name.strip(".")
    return bool(hidden) or name.casefold() in _LEFTOVERS


def files_in(folder: Path) -> Iterator[Path | Failure]:
    """Yield the files in a folder and the folders in it, sorted by name within each.

    Links to files are followed. Links to folders are not: one to a folder in here is read where it is,
    one that leads elsewhere is a failure that says so. Pipes and devices are failures. A corpus that is
    kept in a folder here is passed over.
    """
    root = Path(os.path.realpath(folder))
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                found = sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name))
        except OSError as why:
            reason = why.strerror or "it cannot be opened"
            yield Failure.of(error("unreadable", here, why=reason), here)
            continue
        folders = []
        for entry in found:
            if is_leftover(entry.name):
                continue
            path = here / entry.name
            try:
                mode = path.stat().st_mode
            except OSError:
                # Broken links and links in a circle: the reader of files says what is wrong.
                yield path
                continue
            if not stat.S_ISDIR(mode):
                yield path
            elif not entry.is_symlink():
                if not (path / CORPUS_MARK).exists():
                    folders.append(path)
            elif root not in (target := Path(os.path.realpath(path))).parents and target != root:
                yield Failure.of(error("outside_link", path), path)
        waiting.extend(reversed(folders))
