"""Measure how well articles are found: python -m benchmarks.sources FOLDER, a table out.

FOLDER may hold JSON Lines files of pastes (fields: pasted, body, and prose if known), itself or in `paste/`;
and `pages/ground-truth.json` with `pages/html/ID.html(.gz)`, as scrapinghub's benchmark has them (MIT):
`{"ID": {"articleBody": …}}`. A second table has the headlines (known where the same page was also copied
from its headline on: field style) and the days of publication (known from the address: field url). The model
that ships has seen the pastes that it was trained on: for pages it has not seen, see
`python -m training.furniture.train FOLDER --check 10`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.sources.shingles import Score, mean_scores, precision_recall

from explore.article import Article
from explore.errors import ExploreError
from explore.sources.text import clean_text
from explore.sources.web import article_from_html
from explore.written_days import day_in_address

if TYPE_CHECKING:
    from collections.abc import Iterator

CREDITS = ("headlines", "headline right", "right", "a day off", "wrong", "none")
HEADER = "| data | n | F1 | precision | recall | lost > 5 % | junk > 10 % | empty |\n" + "|---" * 8 + "|"


def pastes(path: Path) -> Iterator[tuple[str, Score]]:
    for row in map(json.loads, path.open(encoding="utf-8")):
        score = precision_recall(row["body"], clean_text(row["pasted"]))
        yield path.stem, score
        if row.get("prose", True):
            yield f"{path.stem}, prose", score


def headlines(paths: list[Path]) -> dict[str, str]:
    """Return by page the headline: the first line of what was copied from the headline on."""
    rows = (json.loads(line) for path in paths for line in path.open(encoding="utf-8"))
    return {
        row["id"].rpartition("-")[0]: row["pasted"].lstrip().partition("\n")[0].strip()
        for row in rows
        if row.get("style") == "fromtitle"
    }


def credits_found(path: Path, titles: dict[str, str]) -> Iterator[str]:
    """Yield how the headline and the day found in each paste compare with those that are known otherwise."""
    for row in map(json.loads, path.open(encoding="utf-8")):
        try:
            article = Article.from_text(row["pasted"], clean=True)
        except ExploreError as problem:
            print(problem, file=sys.stderr)
            continue
        if title := titles.get(row["id"].rpartition("-")[0]):
            yield "headlines"
            yield "headline right" if article.title == " ".join(title.split()) else "other headline"
        if true := day_in_address(row.get("url", "")):
            away = abs((article.published - true).days) if article.published else None
            yield "none" if away is None else ("right", "a day off")[away] if away < 2 else "wrong"


def pages(folder: Path) -> Iterator[tuple[str, Score]]:
    for name, true in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        packed = folder / "html" / f"{name}.html.gz"
        data = (
            gzip.decompress(packed.read_bytes()) if packed.exists() else packed.with_suffix("").read_bytes()
        )
        try:
            article = article_from_html(data.decode("utf-8", "replace"), name)
            body = "\n".join(
                article.text[p.start_char : p.end_char] for p in article.paragraphs if p.kind != "title"
            )
        except ExploreError as problem:
            print(problem, file=sys.stderr)
            body = ""
        yield "pages", precision_recall(true["articleBody"], body)


def main(folder: Path) -> None:
    scores: dict[str, list[Score]] = {}
    paths = sorted([*folder.glob("*.jsonl"), *folder.glob("paste/*.jsonl")])
    found = [
        *(s for path in paths for s in pastes(path)),
        *(pages(folder / "pages") if (folder / "pages").is_dir() else ()),
    ]
    for name, score in found:
        scores.setdefault(name, []).append(score)
    print(HEADER)
    for name, of_pages in scores.items():
        print(f"| {name} | {mean_scores(of_pages)} |")
    print(f"\n| data | {' | '.join(CREDITS)} |\n{'|---' * (len(CREDITS) + 1)}|")
    titles = headlines(paths)
    for path in paths:
        counts = Counter(credits_found(path, titles))
        print(f"| {path.stem} | {' | '.join(str(counts[name]) for name in CREDITS)} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
