"""Measure how fast and in how much memory many articles are read: python -m benchmarks.corpus [ARTICLES].

Each measurement is a process of its own. Memory is that of the process that was asked and of its readers
together, and so is the time on a processor: on a machine that does other work it tells more than the clock.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import threading
import time

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
    own, readers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "processes": processes,
        "articles": rows,
        "seconds": seconds,
        "own": own.ru_utime + own.ru_stime,
        "readers": readers.ru_utime + readers.ru_stime,
        "memory": memory,
    }


def main(number: int) -> None:
    found = []
    for processes in (1, 2):
        command = [sys.executable, "-m", "benchmarks.corpus", str(number), str(processes)]
        found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    print("| processes | articles | seconds | articles a second | CPU here | CPU of readers | memory in MB |")
    print("|---|---|---|---|---|---|---|")
    for row in found:
        memory = row["memory"][len(row["memory"]) // 10 :]
        steps = [memory[len(memory) * n // _STEPS] for n in range(_STEPS)] + memory[-1:]
        rate = row["articles"] / row["seconds"]
        cpu = f"{row['own']:.1f} | {row['readers']:.1f}"
        took = f"{row['seconds']:.1f} | {rate:.2f}"
        print(f"| {row['processes']} | {row['articles']} | {took} | {cpu} | {steps} |")
    print("\nMemory: from the first tenth of the time to the end, in equal steps.")
    print(f"Two processes are {found[0]['seconds'] / found[1]['seconds']:.2f} times as fast as one.")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
