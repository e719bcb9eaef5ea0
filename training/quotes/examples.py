"""Examples for the models, from parsed articles with annotated attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explore.language import paragraph_spans
from explore.quotes.candidates import candidates
from explore.quotes.indirect import reported
from explore.quotes.marks import find_runs
from explore.quotes.pair_features import pair_features
from explore.quotes.report import report_features
from explore.quotes.run_features import run_features
from explore.quotes.scene import near, scene
from explore.quotes.syntax import Syntax, TokenRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from explore.quotes.candidate import Candidate

    Gold = tuple[set[int], set[int], set[int], bool]

HALF = 0.5


class Article:
    """A parsed article: its candidates, and the tokens of what is annotated."""

    def __init__(self, doc: Doc, annotated: dict[str, Any]) -> None:
        self.syntax = Syntax(doc, find_runs(doc.text, paragraph_spans(doc)))
        self.scene = scene(self.syntax, candidates(self.syntax)[0])
        self.gold: list[Gold] = [
            (
                *(self._tokens(quote.get(key)) for key in ("spans", "speaker_spans", "cue_spans")),
                bool(quote.get("report", True)),
            )  # type: ignore[misc]
            for quote in annotated["quotes"]
        ]

    def runs(self) -> Iterator[tuple[list[float], bool, list[list[float]], list[bool]]]:
        """Yield each run in marks: features, whether attributed, its candidates' features, which is right."""
        before: TokenRun | None = None
        last: tuple[TokenRun, Candidate] | None = None
        found = self.scene
        for run in found.outer:
            words = self._words(run.begin, run.end)
            around = [quote for quote in self.gold if len(quote[0] & words) >= HALF * len(words)]
            _, speaker, cue, _ = min(
                around, key=lambda quote: len(quote[0]), default=(set(), set(), set(), False)
            )
            places = near(found, run)
            said = [found.candidates[i].speaker in speaker for i in places]
            both = [s and found.candidates[i].cue in cue for s, i in zip(said, places, strict=True)]
            labels = both if any(both) else said
            pairs = [pair_features(found, run, i, places, last) for i in places]
            yield run_features(found, run, before), bool(around), pairs, labels
            before = run
            if any(labels):
                last = run, found.candidates[places[labels.index(True)]]

    def reports(self) -> Iterator[tuple[list[float], bool]]:
        """Yield each cue without a run in marks: features, whether it reports words; no attitudes."""
        runs = [self._words(run.begin, run.end) for run in self.scene.outer]
        quoted = {
            i
            for spoken, _, cue, _ in self.gold
            if any(len(run & spoken) >= HALF * len(run) for run in runs)
            for i in cue
        }
        for candidate, complement in reported(self.syntax, self.scene.candidates, set(quoted)):
            words = {i for begin, end in complement.segments for i in self._words(begin, end)}
            hits = [
                quote
                for quote in self.gold
                if candidate.cue in quote[2]
                and len(quote[0] & words) >= HALF * max(len(words), len(quote[0]))
            ]
            if hits and not any(is_report for *_, is_report in hits):
                continue
            yield report_features(self.syntax, candidate, complement), bool(hits)

    def _tokens(self, spans: list[list[int]] | None) -> set[int]:
        return {i for begin, end in spans or [] for i in self._words(*self.syntax.tokens(begin, end))}

    def _words(self, begin: int, end: int) -> set[int]:
        return {i for i in range(begin, end) if any(c.isalnum() for c in self.syntax.lower[i])}
