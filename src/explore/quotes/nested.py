"""Quotations inside quotations: “He told me, ‘We will not yield,’” she said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.draft import Draft
from explore.quotes.lexicon import SPEECH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidate import Candidate
    from explore.quotes.syntax import Syntax, TokenRun

_NEAR = 3  # tokens, marks and commas counted, between a cue and the inner mark
_WORDS = 3


def nested(syntax: Syntax, inner: Sequence[Candidate]) -> list[Draft]:
    """Return the runs inside runs that a cue inside the outer run introduces.

    Parameters
    ----------
    inner : sequence of Candidate
        Those that stand inside marks themselves.
    """
    cues: dict[int, list[Candidate]] = {}
    for candidate in inner:
        if candidate.verb and candidate.verb.grade == SPEECH and candidate.cue is not None:
            cues.setdefault(syntax.inside[candidate.at], []).append(candidate)
    found = []
    for run in syntax.runs:
        if not run.run.nested or run.end - run.begin < _WORDS:
            continue
        beside = [c for c in cues.get(syntax.inside[run.begin], ()) if _gap(run, c) <= _NEAR]
        if beside:
            found.append(Draft(((run.begin, run.end),), min(beside, key=lambda c: _gap(run, c)), (run,)))
    return found


def _gap(run: TokenRun, candidate: Candidate) -> int:
    low, high = min(candidate.begin, candidate.at), max(candidate.end, candidate.at + 1)
    if run.begin <= candidate.at < run.end:
        return _NEAR + 1
    return run.begin - high if high <= run.begin else low - run.end
