"""What is asked of a doc's candidates again and again when the features of its runs are taken."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidate import Candidate
    from explore.quotes.syntax import Syntax, TokenRun

_WINDOW = 14
STRONG = 0.4


@dataclass(frozen=True, slots=True)
class Scene:
    """The candidates of a doc with what is asked of them again and again.

    Attributes
    ----------
    at : list of int
        Where each candidate stands.
    strong : list of int
        How many strong cues stand before each place in the list.
    """

    syntax: Syntax
    candidates: Sequence[Candidate]
    at: list[int]
    strong: list[int]
    outer: list[TokenRun]
    run_begins: list[int]
    paragraph_runs: dict[int, int]


def scene(syntax: Syntax, candidates: Sequence[Candidate]) -> Scene:
    """Return what the features of every run of a doc are taken from."""
    strong = [0]
    for candidate in candidates:
        strong.append(strong[-1] + (share(candidate) >= STRONG))
    outer = [run for run in syntax.runs if not run.run.nested]
    counts: dict[int, int] = {}
    for run in outer:
        counts[run.run.paragraph] = counts.get(run.run.paragraph, 0) + 1
    return Scene(
        syntax, candidates, [c.at for c in candidates], strong, outer, [r.begin for r in outer], counts
    )


def share(candidate: Candidate) -> float:
    """Return how likely the cue of a candidate introduces words, whoever said them."""
    if candidate.verb:
        return candidate.verb.share
    return {"according": 0.95, "owner": 0.2, "dash": 0.6, "colon": 0.7, "label": 0.6}.get(candidate.how, 0.0)


def near(found: Scene, run: TokenRun) -> list[int]:
    """Return the places of the candidates around a run: its paragraph, the one before, the next if short."""
    begin, end = bisect_left(found.at, run.begin), bisect_left(found.at, run.end)
    home = found.syntax.paragraph_of[run.begin]
    places = range(max(0, begin - _WINDOW), min(len(found.at), end + _WINDOW))
    reach = 2 if found.paragraph_runs.get(home, 0) and is_paragraph(found.syntax, run) else 1
    return [i for i in places if home - reach <= found.syntax.paragraph_of[found.at[i]] <= home + (reach - 1)]


def is_paragraph(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether a run is all of its paragraph."""
    paragraph = syntax.paragraphs[run.run.paragraph]
    return run.run.left - paragraph.start_char + paragraph.end_char - run.run.right <= 3


def in_sentence(syntax: Syntax, token: int, run: TokenRun) -> bool:
    """Say whether a token stands in the sentence a run begins or ends in."""
    return syntax.sentences[token] in (syntax.sentences[run.begin], syntax.sentences[run.end - 1])
