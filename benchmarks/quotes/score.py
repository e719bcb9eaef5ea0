"""Score quotations against annotated ones: spans are sets of words, so marks at their edges do not matter."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

Span = tuple[int, int]
_WORD = re.compile(r"\w+(?:['’]\w+)*")
ENOUGH = 0.8  # of each side's words, for an overlap
HALF = 0.5  # of a run's words, to claim it


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, annotated or predicted.

    Attributes
    ----------
    spans : tuple of (int, int)
        Characters said.
    speaker : tuple of (int, int)
        The mention's characters, several spans; empty if nobody is named.
    report : bool
        False for an annotated attitude without a verb of speech: neither right nor wrong.
    """

    spans: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    report: bool = True


class Text:
    """A text as words."""

    def __init__(self, text: str) -> None:
        self.words = [match.span() for match in _WORD.finditer(text)]
        self.runs = [self.inside((run,)) for run in _marked(text)]
        self.marked: frozenset[int] = frozenset().union(*self.runs)

    def inside(self, spans: tuple[Span, ...]) -> frozenset[int]:
        """Return the words that touch the spans."""
        return frozenset(
            i for i, (start, end) in enumerate(self.words) if any(start < b and a < end for a, b in spans)
        )


def _marked(text: str) -> list[Span]:
    """Return the stretches in double quotation marks; one that is not closed ends with its paragraph."""
    found: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for i in range(*line.span()):
            char = text[i]
            if char in "“„«" or (char == '"' and opened is None):
                if opened is not None:
                    found.append((opened, i))
                opened = i
            elif char in '”»"' and opened is not None:
                found.append((opened, i + 1))
                opened = None
        if opened is not None:
            found.append((opened, line.end()))
    return found


def score(text: str, gold: list[Said], told: list[Said]) -> Counter[str]:
    """Return counts for an article: runs in marks, their speakers, quoted contents, all speech."""
    article = Text(text)
    wanted = [(article.inside(q.spans), article.inside(q.speaker), q.report) for q in gold]
    given = [(article.inside(q.spans), article.inside(q.speaker)) for q in told]
    found: Counter[str] = Counter()
    for run in filter(None, article.runs):
        right = [(w, s) for w, s, _ in wanted if len(w & run) >= HALF * len(run)]
        claimed = [(w, s) for w, s in given if len(w & run) >= HALF * len(run)]
        found["runs"] += bool(right)
        found["claimed"] += bool(claimed)
        if right and claimed:
            speaker = min(right, key=lambda pair: len(pair[0]))[1]
            found["hit"] += 1
            found["spoken"] += bool(speaker)
            found["speaker"] += bool(speaker & min(claimed, key=lambda pair: len(pair[0]))[1])
    quoted = [w for w, _, _ in wanted if w & article.marked]
    _match(found, "quoted", quoted, [w for w, _ in given if w & article.marked], [w for w, _, _ in wanted])
    speech = [w for w, _, report in wanted if report or w & article.marked]
    _match(found, "speech", speech, [w for w, _ in given], [w for w, _, _ in wanted])
    return found


def _match(
    found: Counter[str],
    name: str,
    wanted: list[frozenset[int]],
    given: list[frozenset[int]],
    neutral: list[frozenset[int]],
) -> None:
    """Count one-to-one overlaps; what matches something outside of the scope is neither right nor wrong."""
    pairs = sorted(
        ((_overlap(w, g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(given) if w & g),
        reverse=True,
    )
    used: set[int] = set()
    taken: set[int] = set()
    for overlap, i, j in pairs:
        if overlap >= ENOUGH and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
    left = [g for j, g in enumerate(given) if j not in taken]
    aside = sum(any(_overlap(w, g) >= ENOUGH for w in neutral if w not in wanted) for g in left)
    found[f"{name}_gold"] += len(wanted)
    found[f"{name}_told"] += len(given) - aside
    found[f"{name}_hit"] += len(used)


def _overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return min(len(a & b) / len(a), len(a & b) / len(b)) if a and b else 0.0


def f1(hit: int, told: int, gold: int) -> float:
    """Return F1 times 100."""
    return round(200 * hit / (told + gold), 1) if told + gold else 0.0
