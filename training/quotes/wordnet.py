"""Cut WordNet down to the words and relations that comparing quotations asks for.

    python -m training.quotes.wordnet WORDNET_DICT_FOLDER

The folder is that of WordNet 3.0 (`dict/`; Debian's package `wordnet-base` has it under /usr/share/wordnet).
Kept are single words that WordNet's own counts know or that are related to one of these, with their most
frequent senses. Written to `src/explore/quotes/wordnet/`: `words.tsv` (word, count, senses, related words,
opposites), `senses.tsv` (sense, the senses above it, the senses like it) and `forms.tsv` (irregular form,
word). The licence of WordNet stands beside them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

TARGET = Path(__file__).parents[2] / "src" / "explore" / "quotes" / "wordnet"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES_MOST = 4
WORD = re.compile(r"[a-z]{2,}")


@dataclass
class Synset:
    """A sense: its words in order, and what it points to."""

    words: list[str]
    above: list[str] = field(default_factory=list)
    like: list[str] = field(default_factory=list)
    derived: list[tuple[int, str, int]] = field(default_factory=list)
    opposite: list[tuple[int, str, int]] = field(default_factory=list)


def read_synsets(folder: Path) -> dict[str, Synset]:
    found: dict[str, Synset] = {}
    for part, name in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf8").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split(" | ")[0].split()
            count = int(cells[3], 16)
            synset = Synset([re.sub(r"\(.*\)", "", w).lower() for w in cells[4 : 4 + 2 * count : 2]])
            at = 5 + 2 * count
            for i in range(at, at + 4 * int(cells[at - 1]), 4):
                sign, offset, target, places = cells[i : i + 4]
                key = ("a" if target == "s" else target) + offset
                source, aim = int(places[:2], 16), int(places[2:], 16)
                if sign in ("@", "@i"):
                    synset.above.append(key)
                elif sign in ("&", "$"):
                    synset.like.append(key)
                elif sign in ("+", "\\", "<"):
                    synset.derived.append((source, key, aim))
                elif sign == "!":
                    synset.opposite.append((source, key, aim))
            found[part + cells[0]] = synset
    return found


def read_senses(folder: Path) -> dict[str, list[str]]:
    """Return the most frequent senses of each word, a few for each part of speech."""
    found: dict[str, list[str]] = defaultdict(list)
    for part, name in PARTS.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf8").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split()
            number = int(cells[2])
            found[cells[0]] += [part + offset for offset in cells[-number:][:SENSES_MOST]]
    # "talks" has a sense of its own that "talk" lacks; who looks a plural up asks for the singular.
    for word in [w for w in found if w.endswith("s") and w[:-1] in found and len(w) > 4]:
        found[word[:-1]] += [sense for sense in found.pop(word) if sense not in found[word[:-1]]]
    return found


def read_counts(folder: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="utf8").splitlines():
        key, _, count = line.split()
        counts[key.split("%")[0].lower()] += int(count)
    return counts


def related(synsets: dict[str, Synset], kind: str) -> dict[str, set[str]]:
    """Return for each word the words it is derived from or opposed to."""
    found: dict[str, set[str]] = defaultdict(set)
    for synset in synsets.values():
        for source, key, aim in getattr(synset, kind):
            if key not in synsets:
                continue
            left = synset.words if source == 0 else [synset.words[source - 1]]
            right = synsets[key].words if aim == 0 else [synsets[key].words[aim - 1]]
            for a in left:
                for b in right:
                    if a != b and WORD.fullmatch(a) and WORD.fullmatch(b):
                        found[a].add(b)
                        found[b].add(a)
    return found


def main(folder: Path) -> None:
    synsets, senses, counts = read_synsets(folder), read_senses(folder), read_counts(folder)
    derived, opposite = related(synsets, "derived"), related(synsets, "opposite")
    known = {w for w in senses if counts[w] and WORD.fullmatch(w)}
    words = sorted(known | {r for w in known for r in derived[w] | opposite[w] if r in senses})
    kept = {sense for word in words for sense in senses[word]}
    names = {sense: f"{sense[0]}{i:x}" for i, sense in enumerate(sorted(kept))}
    spread = Counter(sense for word in words for sense in senses[word])
    TARGET.mkdir(exist_ok=True)
    rows = []
    for word in words:
        cells = [
            word,
            str(counts[word]),
            " ".join(names[s] for s in senses[word] if spread[s] > 1 or synsets[s].like or synsets[s].above),
            " ".join(sorted(derived[word] & set(words))),
            " ".join(sorted(opposite[word] & set(words))),
        ]
        rows.append("\t".join(cells))
    write("words.tsv", "# word, count in WordNet's texts, senses, related words, opposites", rows)
    rows = []
    for sense in sorted(kept):
        above = [names[s] for s in synsets[sense].above if s in names]
        like = [names[s] for s in synsets[sense].like if s in names]
        if above or like:
            rows.append(f"{names[sense]}\t{' '.join(above)}\t{' '.join(like)}")
    write("senses.tsv", "# sense, senses above it, senses like it", rows)
    forms = {}
    for name in PARTS.values():
        for line in (folder / f"{name}.exc").read_text(encoding="utf8").splitlines():
            form, *bases = line.split()
            if WORD.fullmatch(form) and bases[0] in set(words) and form not in forms:
                forms[form] = bases[0]
    write("forms.tsv", "# irregular form, word", [f"{form}\t{base}" for form, base in sorted(forms.items())])


def write(name: str, head: str, rows: list[str]) -> None:
    source = "# Cut down from WordNet 3.0 by training/quotes/wordnet.py; see LICENSE."
    (TARGET / name).write_text("\n".join([source, head, *rows, ""]), encoding="utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
