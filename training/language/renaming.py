"""Other names in the place of those a sentence has, so that a name is known by where it stands."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from training.language.gazetteer import COUNTRIES, KNOWLEDGE, NORP

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from random import Random

    from training.language.sentence import Sentence

_SHARE = {"PERSON": 0.25, "GPE": 0.12, "NORP": 0.12, "ORG": 0.1}
_SYLLABLES = [
    "an",
    "bao",
    "bin",
    "bo",
    "chang",
    "chao",
    "chen",
    "cheng",
    "chun",
    "da",
    "de",
    "dong",
    "fang",
    "fei",
    "feng",
    "fu",
    "gang",
    "guo",
    "hai",
    "han",
    "hao",
    "hong",
    "hua",
    "hui",
    "jian",
    "jie",
    "jin",
    "jing",
    "jun",
    "kai",
    "kun",
    "lei",
    "li",
    "liang",
    "lin",
    "ling",
    "long",
    "lu",
    "mei",
    "min",
    "ming",
    "nan",
    "ning",
    "peng",
    "ping",
    "qi",
    "qiang",
    "qing",
    "rong",
    "rui",
    "shan",
    "sheng",
    "shu",
    "tao",
    "tian",
    "ting",
    "wei",
    "wen",
    "xia",
    "xiang",
    "xiao",
    "xin",
    "xiu",
    "xue",
    "yan",
    "yang",
    "yi",
    "ying",
    "yong",
    "yu",
    "yuan",
    "yun",
    "ze",
    "zhen",
    "zheng",
    "zhi",
    "zhong",
]


class Renamer:
    """Pools of names, and the drawing from them.

    Parameters
    ----------
    leaders : Path
        REIGN's list of leaders, for family names of the world.
    sentences : iterable of Sentence
        Where whole names of persons, places and bodies are gathered from.
    """

    def __init__(self, leaders: Path, sentences: Iterable[Sentence]) -> None:
        with leaders.open(encoding="utf-8", errors="replace") as file:
            rows = list(csv.DictReader(file))
        self.surnames = sorted(
            {
                row["leader"].strip()
                for row in rows
                if row["leader"].strip().isalpha() and row["leader"].istitle()
            }
        )
        first = (KNOWLEDGE / "first_names.csv").read_text(encoding="utf-8").splitlines()
        self.first = sorted({row["name"].title() for row in csv.DictReader(first) if row["name"].isalpha()})
        family = (KNOWLEDGE / "family_names.txt").read_text(encoding="utf-8").splitlines()
        self.chinese = [name.title() for name in family if name and not name.startswith("#")]
        counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
        for sentence in sentences:
            counts.update((label, sentence.words[a:b]) for a, b, label in sentence.names or ())
        pools: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
        for (label, words), count in counts.items():
            capitals = all(w[:1].isupper() or len(w) < 4 for w in words)
            # A place or a body that is named once is too often a person in truth.
            if label in _SHARE and capitals and (count > 1 or label == "PERSON"):
                pools[label, min(len(words), 2)].add(words)
        for name in COUNTRIES:
            pools["GPE", min(len(name.split()), 2)].add(tuple(name.replace(",", "").split()))
        for name in NORP:
            pools["NORP", min(len(name.split()), 2)].add(tuple(name.split()))
        self.pools = {key: sorted(names) for key, names in pools.items()}

    def rename(self, sentence: Sentence, rng: Random) -> Sentence:
        """Return a sentence with some of its names replaced by others of their kind; only names, no trees."""
        words: list[str] = []
        spaces: list[bool] = []
        names: list[tuple[int, int, str]] = []
        unsure: list[int] = []
        at = 0
        for a, b, label in sentence.names or ():
            unsure += [len(words) + i - at for i in range(at, a) if i in sentence.unsure]
            words += sentence.words[at:a]
            spaces += sentence.spaces[at:a]
            new = self._other(sentence.words[a:b], label, rng)
            names.append((len(words), len(words) + len(new), label))
            if new == sentence.words[a:b]:
                spaces += sentence.spaces[a:b]
            else:
                spaces += [
                    w not in {"-"} and n not in {"-", ",", "'s"}
                    for w, n in zip(new, (*new[1:], ""), strict=True)
                ]
                spaces[-1] = sentence.spaces[b - 1]
            words += new
            at = b
        unsure += [len(words) + i - at for i in range(at, len(sentence.words)) if i in sentence.unsure]
        words += sentence.words[at:]
        spaces += sentence.spaces[at:]
        return replace(
            sentence, words=tuple(words), spaces=tuple(spaces), names=tuple(names), unsure=frozenset(unsure)
        )

    def _other(self, words: tuple[str, ...], label: str, rng: Random) -> tuple[str, ...]:
        if rng.random() >= _SHARE.get(label, 0.0) or any(w.isupper() and len(w) > 2 for w in words):
            return words
        if label == "PERSON":
            return self.person(len(words) > 1, rng)
        pool = self.pools.get((label, min(len(words), 2)))
        return rng.choice(pool) if pool else words

    def person(self, full: bool, rng: Random) -> tuple[str, ...]:
        """Return the name of a person, whole or one word of it."""
        draw = rng.random()
        if draw < 0.5 and self.pools.get(("PERSON", 2 if full else 1)):
            return rng.choice(self.pools["PERSON", 2 if full else 1])
        if draw < 0.62:
            family, given = (
                rng.choice(self.chinese),
                "".join(rng.choices(_SYLLABLES, k=rng.randint(1, 2))).title(),
            )
            return (family, given) if full else (family,)
        surname, first = rng.choice(self.surnames), rng.choice(self.first)
        return (first, surname) if full else (rng.choice((surname, first)),)
