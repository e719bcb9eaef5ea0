"""Who was spoken to: the object of "told", the one "to" whom something was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.lexicon import ALSO_SPEECH, addressing_verbs, occasion_nouns, pronouns
from explore.quotes.naming import as_written, named

if TYPE_CHECKING:
    from explore.quotes.draft import Draft
    from explore.quotes.syntax import Syntax

# "warned Moscow", "urged Russia to", "accused the West of": whom the words are for.
_AIMED = frozenset(
    ["warn", "urge", "beg", "implore", "challenge", "thank", "congratulate", "welcome", "invite", "order"]
)


def addressee(syntax: Syntax, draft: Draft) -> str | None:
    """Return the name of who was spoken to, canonical where known; None where the cue does not tell."""
    candidate = draft.candidate
    if (
        candidate is None
        or candidate.cue is None
        or candidate.verb is None
        or candidate.verb.grade < ALSO_SPEECH
    ):
        return None
    said = {i for begin, end in draft.segments for i in range(begin, end)}
    verb, labels = candidate.verb.verb, syntax.labels
    for child in sorted(syntax.children[candidate.cue]):
        dep = syntax.deps[child]
        direct = dep in labels.object | labels.indirect_object and (
            verb in addressing_verbs() or verb in _AIMED
        )
        spoken = direct or dep in labels.indirect_object or _to(syntax, child)
        # What is urged on somebody holds his name: "urged Russia to leave".
        if not spoken or child < candidate.cue or (child in said and verb not in _AIMED):
            continue
        head = next((c for c in syntax.children[child] if syntax.deps[c] == "pobj"), child)
        name = _name(syntax, head)
        if name:
            return name
    return None


def _to(syntax: Syntax, child: int) -> bool:
    if syntax.deps[child] in ("prep", "dative") and syntax.lower[child] == "to":
        return True
    return syntax.deps[child] in syntax.labels.oblique and any(
        syntax.deps[c] == "case" and syntax.lower[c] == "to" for c in syntax.children[child]
    )


def _name(syntax: Syntax, head: int) -> str | None:
    if syntax.lower[head] in occasion_nouns() or syntax.lower[head] in pronouns() or syntax.timed[head]:
        return None
    left, right = syntax.edges
    begin, end = left[head], right[head] + 1
    while begin < head and syntax.deps[begin] in ("case", "prep"):
        begin += 1
    stops = [
        i for i in range(head + 1, end) if syntax.lower[i] in (",", "that", "who", "which") or syntax.timed[i]
    ]
    return named(syntax, head, begin, end).name or as_written(syntax, head, begin, stops[0] if stops else end)
