"""Indirect quotations: the clause a cue verb takes, and what stands beside "according to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.content import content_span, sentence_of
from explore.quotes.draft import Draft, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidates import Candidate
    from explore.quotes.syntax import Syntax

CLAUSE = 0.5
_SUBJECTIVE = frozenset({"i", "we", "you"})


def indirect(syntax: Syntax, candidates: Sequence[Candidate], taken: Sequence[Draft]) -> list[Draft]:
    """Return the indirect quotations that no draft so far has the cue or the words of."""
    cues = {d.candidate.cue for d in taken if d.candidate}
    covered = {i for d in taken for begin, end in d.segments for i in range(begin, end)}
    found: dict[int, Draft] = {}
    for candidate in _by_cue(candidates):
        cue = candidate.cue
        if cue is None or cue in cues or cue in found or cue in covered:
            continue
        segments = (
            _according(syntax, candidate) if candidate.how == "according" else _clause(syntax, candidate)
        )
        if segments and not any(i in covered for begin, end in segments for i in range(begin, end)):
            found[cue] = Draft(segments, candidate)
    return list(found.values())


def _by_cue(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the likeliest subject of each cue first."""
    order = {"subject": 0, "according": 0, "shared": 1, "beside": 2, "agent": 3, "inverted": 4}
    return sorted(candidates, key=lambda c: (c.at, order.get(c.how, 9)))


def _clause(syntax: Syntax, candidate: Candidate) -> tuple[Stretch, ...]:
    cue, verb = candidate.cue, candidate.verb
    if (
        verb is None
        or cue is None
        or candidate.how not in ("subject", "shared", "beside", "agent", "inverted")
    ):
        return ()
    if verb.clause < CLAUSE or verb.grade < 2 or syntax.pos[cue] not in ("VERB", "AUX"):
        return ()
    labels = syntax.labels
    left, right = syntax.edges
    for child in syntax.children[cue]:
        if syntax.deps[child] in labels.clausal_complement and child != candidate.speaker:
            begin, end = content_span(syntax, candidate, child)
            if child < cue:
                end = min(end, candidate.begin if candidate.begin > child else cue)
            return _trimmed(syntax, begin, end)
    head = syntax.heads[cue]
    if syntax.deps[cue] == "parataxis" and head != cue:
        begin, end = sentence_of(syntax, cue)
        low, high = left[cue], right[cue] + 1
        begin, end = max(begin, left[head]), min(end, right[head] + 1)
        return _trimmed(syntax, begin, low) + _trimmed(syntax, high, end)
    return ()


def _according(syntax: Syntax, candidate: Candidate) -> tuple[Stretch, ...]:
    begin, end = sentence_of(syntax, candidate.at)
    low, high = candidate.at, max(candidate.end, candidate.at + 2)
    return _trimmed(syntax, begin, low) + _trimmed(syntax, high, end)


def _trimmed(syntax: Syntax, begin: int, end: int) -> tuple[Stretch, ...]:
    while begin < end and not any(c.isalnum() for c in syntax.lower[begin]):
        begin += 1
    while end > begin and not any(c.isalnum() for c in syntax.lower[end - 1]):
        end -= 1
    return ((begin, end),) if end - begin > 1 else ()
