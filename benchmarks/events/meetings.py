"""Articles with every diplomatic contact marked by hand: which are found, dated, and what is too much.

A found event matches a marked one if both are of one family (meeting, visit, call), share a
participant's surname or both countries, and their days do not conflict; one to one, best first.
Strict: also the exact first and last day, all participants and the status.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.events.sentences import prf, rows

import explore as ex

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]

_FAMILY = {"MEET": "meeting", "SUMMIT": "meeting", "VISIT": "visit", "HOST": "visit", "CALL": "call"}
_CORE = {"meeting", "visit", "call"}
_FAMILY_FIRST = {"xi", "wang", "kim", "han", "choe", "park", "vo", "yoon", "li", "qin", "to"}
_VARIANTS = {"zelenskyy": "zelensky", "zelenskiy": "zelensky", "lula": "silva", "nahyan": "zayed"}
_KEYWORDS = {
    "meeting": re.compile(r"\b(?:met|meets?|meeting|talks|summit)\b", re.IGNORECASE),
    "visit": re.compile(r"\b(?:visit(?:s|ed)?|trip|arrived)\b", re.IGNORECASE),
    "call": re.compile(r"\b(?:phone|telephone|call)\b", re.IGNORECASE),
}
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")


def measure(
    gold_file: Path, articles: Path, given: bool = True, name: str = "meetings"
) -> list[tuple[str, str, float]]:
    """Return (measure, system, value) for the articles, the day of publication given or not."""
    gold = rows(gold_file)
    told = "" if given else ", day not given"
    found: list[tuple[str, str, float]] = []
    for system, finder in ((f"explore{told}", _explore), ("keywords", _keywords)):
        counts: Counter[str] = Counter()
        for article in gold:
            day = date.fromisoformat(article["dct"]) if given else None
            counts.update(score(article["events"], finder(articles / f"{article['article']}.txt", day)))
        found += [(f"{name} {measure}", system, value) for measure, value in _report(counts)]
    return found


def _explore(path: Path, day: date | None) -> list[Row]:
    article = ex.load(path)
    table = ex.read(article.with_published(day) if day else article).events
    return [
        {
            "kind": row.kind,
            "participants": row.participants,
            "countries": row.countries,
            "begin": None if row.begin is None or row.begin != row.begin else row.begin.date(),
            "end": None if row.end is None or row.end != row.end else row.end.date(),
            "status": row.status,
            "place": row.place if isinstance(row.place, str) else None,
        }
        for row in table.itertuples()
    ]


def _keywords(path: Path, day: date | None) -> list[Row]:
    """Return a row for each sentence with a word of a kind: its capitalised names, the story's day."""
    found = []
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", path.read_text(encoding="utf-8")):
        for kind, words in _KEYWORDS.items():
            if words.search(sentence):
                row = {"kind": kind, "participants": _NAME.findall(sentence), "countries": (), "place": None}
                found.append(row | {"begin": day, "end": day, "status": "happened"})
                break
    return found


def score(gold: list[Row], found: list[Row]) -> Counter[str]:
    """Return counts for one article."""
    pairs = sorted(
        ((_affinity(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    of_gold: dict[int, int] = {}
    used: set[int] = set()
    for value, i, j in pairs:
        if value > 0 and j not in used and (i not in of_gold or gold[i].get("multi")):
            of_gold.setdefault(i, j)
            used.add(j)
    counts: Counter[str] = Counter()
    for i, g in enumerate(gold):
        if not g["core"]:
            continue
        required = not g.get("optional")
        if i not in of_gold:
            counts["fn"] += required
            continue
        f = found[of_gold[i]]
        right = {
            "days": f["begin"] is None if not g.get("start") else _days(g) == (f["begin"], f["end"]),
            "people": _surnames(g) <= _surnames(f),
            "status": f["status"] == g["status"],
        }
        counts["tp"] += required
        counts["strict"] += required and all(right.values())
        counts["matched"] += 1
        counts.update({name: int(value) for name, value in right.items()})
    counts["fp"] = sum(f["kind"] in _CORE and j not in used for j, f in enumerate(found))
    return counts


def _report(counts: Counter[str]) -> list[tuple[str, float]]:
    tp, fp, fn, strict = counts["tp"], counts["fp"], counts["fn"], counts["strict"]
    matched = max(1, counts["matched"])
    return [
        ("lenient F1", prf(tp, fp, fn)[2]),
        ("strict F1", prf(strict, fp + tp - strict, fn + tp - strict)[2]),
        ("days exact", counts["days"] / matched),
        ("participants complete", counts["people"] / matched),
        ("status right", counts["status"] / matched),
        ("false or double", float(fp)),
    ]


def _affinity(gold: Row, found: Row) -> float:
    families = {_FAMILY.get(t, t.lower()) for t in (gold["type"], *gold.get("alt_types", ()))}
    if found["kind"] not in families:
        return 0.0
    days, actors = _same_days(gold, found), _same_actors(gold, found)
    if not days or not actors:
        return 0.0
    own = found["kind"] == _FAMILY.get(gold["type"])
    return days + actors + 0.2 * (found["status"] == gold["status"]) + 0.1 * own


def _same_days(gold: Row, found: Row) -> float:
    begin, end = _days(gold)
    if begin is None or found["begin"] is None:
        return 0.5
    if begin > (found["end"] or found["begin"]) or found["begin"] > end:
        return 0.0
    return 1.0 if (begin, end) == (found["begin"], found["end"]) else 0.8


def _same_actors(gold: Row, found: Row) -> float:
    here, there = _surnames(gold), _surnames(found)
    if here and there:
        return len(here & there) / len(here | there)
    sides, sided = set(gold["countries"]), set(found["countries"])
    shared = len(sides & sided)
    return 0.6 * shared / len(sides | sided) if shared and shared >= min(2, len(sides)) else 0.0


def _days(gold: Row) -> tuple[date | None, date]:
    start = gold.get("start")
    if not start:
        return None, date.max
    return _day(start, last=False), _day(gold.get("end") or start, last=True)


def _day(text: str, last: bool) -> date:
    year, month, day = (int(part) for part in (text + "-0-0").split("-")[:3])
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    month = month or 12
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _surnames(row: Row) -> set[str]:
    found = set()
    for name in row["participants"]:
        letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        words = [_VARIANTS.get(w, w) for w in re.sub(r"[^a-z ]", " ", letters).split()]
        if words:
            found.add(words[0] if words[0] in _FAMILY_FIRST else words[-1])
    return found
