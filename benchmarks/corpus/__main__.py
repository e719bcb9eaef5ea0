"""Measure how fast and in how much memory many articles are read: python -m benchmarks.corpus [ARTICLES].

Each measurement is a process of its own. Memory is that of the process that was asked and its readers together.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.corpus.articles import articles
from benchmarks.corpus.memory import resident_mb

import explore as ex

_STEPS = 8


def measure(number: int, processes: int) -> dict[str, object]:
    """Return the seconds and the memory it took to read so many articles with so many processes."""
    memory: list[int] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            memory.append(resident_mb())

    watcher = threading.Thread(target=watch)
    watcher.start()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        corpus = ex.read_all(articles(number), processes=processes, progress=False, folder=folder)
        seconds = time.monotonic() - begun
        done.set()
        watcher.join()
        rows = len(corpus)
    return {"processes": processes, "articles": rows, "seconds": seconds, "memory": memory}


def main(number: int) -> None:
    found = []
    for processes in (1, 2):
        command = [sys.executable, "-m", "benchmarks.corpus", str(number), str(processes)]
        found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    print(
        "| processes | articles | seconds | articles a second | memory in MB, from the first tenth to the last |"
    )
    print("|---|---|---|---|---|")
    for row in found:
        memory = row["memory"][len(row["memory"]) // 10 :]
        steps = [memory[len(memory) * n // _STEPS] for n in range(_STEPS)] + memory[-1:]
        rate = row["articles"] / row["seconds"]
        print(f"| {row['processes']} | {row['articles']} | {row['seconds']:.1f} | {rate:.2f} | {steps} |")
    print(f"\ntwo processes are {found[0]['seconds'] / found[1]['seconds']:.2f} times as fast as one")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
