"""The memory a process and its children use (Linux)."""

from __future__ import annotations

import os
from pathlib import Path


def resident_mb() -> int:
    """Return the resident memory of this process and its children, in MB."""
    mine = str(os.getpid())
    pages = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = (folder / "stat").read_text().rsplit(")", 1)[1].split()[1]
            if mine in (folder.name, parent):
                pages += int((folder / "statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000
