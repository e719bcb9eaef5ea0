"""Closing marks that are missing: a run ends where its speaker is told, a name with its sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explore.quotes.lexicon import SPEECH, cue_verbs, pronouns

if TYPE_CHECKING:
    from explore.quotes.marks import Run
    from explore.quotes.syntax import Syntax

_SHARE = 0.4
_TENSES = frozenset(("VBD", "VBZ"))
_ENDS = frozenset((",", "?", "!"))
# What a mark stands behind that opens in the middle of a phrase.
_PHRASE = frozenset(("NOUN", "PROPN", "DET", "ADJ", "ADP"))


def closed(syntax: Syntax, run: Run) -> Run:
    """Return a run without the words at its end that say who spoke: “We will wait, the envoy said on Friday.

    Only a mark that is never closed may have swallowed them, and only its last sentence is looked at. One
    that opens within a phrase (told the programme “Morning Hour. Agencies report …) ends with the sentence.
    """
    if run.closed or run.nested or run.left == run.start:
        return run
    begin, end = syntax.tokens(run.start, run.end)
    if begin >= end:
        return run
    first = max(begin, syntax.sentences.index(syntax.sentences[end - 1], begin, end))
    for i in range(first, end):
        comma = _before_cue(syntax, i, first)
        if comma is not None:
            stop = syntax.ends[comma]
            return replace(run, end=stop, right=stop, closed=True)
    return _within_phrase(syntax, run, begin, end)


def _within_phrase(syntax: Syntax, run: Run, begin: int, end: int) -> Run:
    """Return a run without the sentences behind its first, where the mark before it opens within a phrase."""
    before = syntax.tokens(max(0, run.left - 2), run.left)[1] - 1
    apart = before < 0 or syntax.paragraph_of[before] != run.paragraph
    verb = cue_verbs().get(syntax.lower[before])
    phrase = syntax.pos[before] in _PHRASE or (
        syntax.pos[before] == "VERB" and (verb is None or verb.share < _SHARE)
    )
    if apart or not phrase or syntax.sentences[before] != syntax.sentences[begin]:
        return run
    stop = next((i for i in range(begin, end) if syntax.sentences[i] != syntax.sentences[begin]), end)
    return replace(run, end=syntax.ends[stop - 1], right=syntax.ends[stop - 1]) if stop < end else run


def _before_cue(syntax: Syntax, i: int, first: int) -> int | None:
    """Return the comma before "X said" or "said X"; None if the token is no such verb."""
    verb = cue_verbs().get(syntax.lower[i])
    if verb is None or verb.grade < SPEECH or verb.share < _SHARE or syntax.tags[i] not in _TENSES:
        return None
    for child in syntax.children[i]:
        inverted = child == i + 1 and syntax.pos[child] == "PROPN"
        own = pronouns().get(syntax.lower[child]) in ("self", "you", "relative")
        subject = syntax.deps[child] in syntax.labels.subject and not own and child < i
        low = min(i, syntax.edges[0][child])
        if (subject or inverted) and low - 1 > first and syntax.lower[low - 1] in _ENDS:
            return low - 1
    return None
