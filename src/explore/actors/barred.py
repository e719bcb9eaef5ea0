"""Whom "he" and "she" cannot mean where they stand: the subject of their own verb, those under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.clauses import POSSESSIVES, SUBJECTS

if TYPE_CHECKING:
    from explore.actors.memory import Memory
    from explore.actors.scene import Draft

_STEADS = frozenset({"place", "stead"})


def barred(memory: Memory, i: int) -> set[int]:
    """Return who a pronoun cannot mean, by identity: the subject of its verb, those named under it."""
    words, clauses = memory.words, memory.clauses
    low, dep = words.low[i], words.dep[i]
    found: set[int] = set()
    if low in {"him", "her", "he", "she"} and dep not in POSSESSIVES and words.tag[i] != "PRP$":
        subject = clauses.governing(i) if dep not in SUBJECTS else None
        if subject is not None:
            found |= _at_subject(memory, i, subject)
    elif words.doc[words.head[i]].lemma_ in _STEADS and (subject := clauses.governing(i)) is not None:
        # "X took his place": somebody else's.
        found |= _ids(doer) if (doer := memory.holding(subject)) else set()
    if dep in SUBJECTS:
        found |= _in_participles(memory, i) | _under(memory, i)
    return found


def _at_subject(memory: Memory, i: int, subject: int) -> set[int]:
    """Return who is the subject of the pronoun's verb, and who stands beside it: "X, an aide, told him"."""
    words = memory.words
    found: set[int] = set()
    for draft in memory.before(i):
        head = memory.head(draft)
        beside = words.dep[head] == "appos" and words.head[head] == subject
        if draft.start <= subject < draft.end or beside:
            found |= _ids(draft)
    return found


def _under(memory: Memory, i: int) -> set[int]:
    """Return who is named behind a subject in what its verb governs."""
    words, clauses = memory.words, memory.clauses
    end, verb = words.bounds[words.sentence[i]][1], words.head[i]
    found: set[int] = set()
    for draft in memory.after(i + 1):
        if draft.start >= end:
            break
        if (
            draft.how == "name"
            and clauses.quotation[draft.start] == clauses.quotation[i]
            and clauses.dominates(verb, memory.head(draft))
        ):
            found |= _ids(draft)
    return found


def _in_participles(memory: Memory, i: int) -> set[int]:
    """Return who is named in a participle put first: "Questioned by X, he said" is another than X."""
    words, clauses = memory.words, memory.clauses
    verb, start = words.head[i], words.bounds[words.sentence[i]][0]
    found: set[int] = set()
    for draft in memory.before(i):
        head = memory.head(draft)
        if draft.start < start:
            break
        governing = words.head[head]
        if (
            words.head[governing] == verb
            and words.tag[governing] in {"VBN", "VBG"}
            and words.dep[head] not in SUBJECTS
            and clauses.subject(governing) is None
        ):
            found |= _ids(draft)
    return found


def _ids(draft: Draft) -> set[int]:
    return {id(who) for who in draft.who}
