"""What reading costs: loading, the bare language pipeline, each component beside it, a warm and a cold read.

`prepare` cuts the text into tokens and looks up who held the offices it names, for the day of publication.

    python -m benchmarks.speed [FOLDER] [--times 5]

FOLDER holds articles as text files (data/articles if left out). CPU seconds of this process, medians of
several rounds; the cold read is a process of its own, timed by the clock.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import explore as ex
from explore.reader import COMPONENTS, pipeline, prepare


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("data/articles"))
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    paths = sorted(given.folder.glob("*.txt"))
    began = time.perf_counter()
    ex.load_language()
    print(f"load_language(): {time.perf_counter() - began:.2f} s")
    articles = [ex.load(path) for path in paths]
    rounds = [_costs(articles) for _ in range(given.times + 1)][1:]
    cost = {name: median(each[name] for each in rounds) for name in rounds[0]}
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words; CPU seconds, median of {given.times}")
    for name, seconds in cost.items():
        print(f"  {name:16} {seconds:7.3f} s  {seconds / cost['language']:5.2f} × language")
    print(f"  words a second: {words / cost['language']:.0f} language, {words / cost['all']:.0f} all")
    cold = [_cold(paths[0]) for _ in range(3)]
    print(f"cold `explore read {paths[0].name}`: {median(cold):.2f} s by the clock")


def _costs(articles: list[ex.Article]) -> dict[str, float]:
    """Return the CPU seconds of the language pipeline and of each component over all articles."""
    nlp = pipeline()
    cost = {}
    began = time.process_time()
    docs = [prepare(nlp, article) for article in articles]
    cost["prepare"] = time.process_time() - began
    steps = [(name, component) for name, component in nlp.pipeline if name not in COMPONENTS]
    began = time.process_time()
    for doc in docs:
        for _, component in steps:
            component(doc)
    cost["language"] = time.process_time() - began
    for name in COMPONENTS:
        component = nlp.get_pipe(name)
        began = time.process_time()
        for doc in docs:
            component(doc)
        cost[name] = time.process_time() - began
    began = time.process_time()
    for article in articles:
        reading = ex.read(article)
        _ = reading.dates, reading.actors, reading.mentions, reading.events, reading.quotes
    cost["read and tables"] = time.process_time() - began
    cost["all"] = cost["prepare"] + cost["language"] + sum(cost[name] for name in COMPONENTS)
    return cost


def _cold(path: Path) -> float:
    began = time.perf_counter()
    command = str(Path(sys.executable).with_name("explore"))
    subprocess.run([command, "read", str(path)], check=True, capture_output=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
