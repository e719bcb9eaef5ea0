"""What only looks like a report of words: left open, denied, spoken to somebody, or no words at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.lexicon import addressing_verbs, cue_nouns, no_words

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.complement import Complement
    from explore.quotes.syntax import Syntax

# "It is regularly called upon to do more" is told of no one saying.
_HABITS = frozenset(("regularly", "routinely", "frequently", "usually"))
# "Whether she announces it" and "neither side mentioned it": nothing is said.
_OPEN = frozenset(("whether", "unless"))
_NOBODY = frozenset(("neither", "nobody", "none", "no"))
_DECLINING = frozenset(("decline", "refuse", "fail", "avoid"))
_NOT_DOING = frozenset(("refusal", "failure", "inability", "reluctance", "unwillingness"))
_MUTE = frozenset(("respond", "comment", "answer", "elaborate", "specify", "reply", "confirm"))
_NEGATED = frozenset(("not", "n't", "n’t", "never"))
# "He did not say whether they met": a question that nobody answers.
_QUESTIONS = frozenset(("whether", "if", "how", "what", "when", "where", "which", "who", "why"))
_DISCLOSING = frozenset(("say", "disclose", "reveal", "specify", "tell"))
_HYPOTHETICAL = frozenset(("if", "should", "unless"))
# What says nothing itself: "she will say the same", "spoke for an hour".
_EMPTY = frozenset(
    [
        "the", "same", "so", "this", "that", "these", "those", "it", "them", "nothing", "something", "much",
        "as", "little", "said", "all", "to", "me", "us", "him", "her", "you",
        "a", "an", "hour", "hours", "minutes", "days", "weeks", "while", "time", "long",
    ]
)  # fmt: skip
_TOLD = frozenset(("ask", "order", "urge", "invite", "call", "press"))
_NAMELESS = frozenset(("named", "identified", "quoted", "anonymity", "anonymous", "unnamed"))
_FEW = 6  # tokens that say so


def is_unsaid(syntax: Syntax, candidate: Candidate, complement: Complement) -> bool:
    """Say whether a cue with what it takes tells of nobody's words."""
    return (
        any(syntax.lower[c] in _HABITS for c in syntax.children[candidate.at])
        or _is_not_said(syntax, candidate)
        or _is_left_open(syntax, candidate, complement)
        or _is_told_it(syntax, candidate)
        or _is_no_content(syntax, candidate, complement)
        or _is_anonymity(syntax, complement)
    )


def _is_no_content(syntax: Syntax, candidate: Candidate, complement: Complement) -> bool:
    """Say whether a verb takes no words: a thing ("claimed the title"), "explained it to her", a day."""
    words = [i for b, e in complement.segments for i in range(b, e) if syntax.is_word(i)]
    if all(syntax.timed[i] or syntax.lower[i] in _EMPTY for i in words):
        return True
    at, nothing = candidate.at, no_words().get(syntax.lemmas[candidate.at], frozenset())
    if not nothing or complement.form not in (("object", "oblique") if "*" in nothing else ("object",)):
        return False
    if "*" in nothing:
        return not any(syntax.lower[i] in cue_nouns() for i in words)
    objects = [c for c in syntax.children[at] if syntax.deps[c] in syntax.labels.object and c > at]
    # "hundreds of songs"
    nouns = objects + [c for noun in objects for c in syntax.children[noun] if c > noun]
    return any({syntax.lower[i], syntax.lower[i].removesuffix("s")} & nothing for i in nouns)


def _is_told_it(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether the one named is spoken to: "residents were told to leave", "when asked to comment"."""
    verb, at = candidate.verb, candidate.at
    told = verb is not None and (verb.verb in addressing_verbs() or verb.verb in _TOLD)
    return (
        told
        and syntax.tags[at] == "VBN"
        and candidate.how in ("subject", "shared")
        and not _has_had(syntax, at)
    )


def _has_had(syntax: Syntax, verb: int) -> bool:
    kids = [c for c in syntax.children[verb] if c < verb]
    had = any(syntax.lower[c] in ("has", "have", "had", "having", "'ve", "’ve") for c in kids)
    return had and not any(syntax.lower[c] == "been" for c in kids)


def _is_not_said(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether it is open whether words are said, or told that nobody says them."""
    at = candidate.at
    asked = any(syntax.lower[c] in _OPEN for c in syntax.children[at] if c < at)
    begin = [c for c in syntax.children[at] if c < at]
    if any(syntax.lower[c] == "if" for c in begin) and any(syntax.tags[c] == "MD" for c in begin):
        # "if the country would announce an inquiry"
        return True
    if _is_of_efforts(syntax, at):
        return True
    declined = syntax.tags[at] == "VB" and syntax.lemmas[syntax.heads[at]] in _DECLINING | _NOT_DOING
    mute = syntax.lemmas[at] in _MUTE and any(
        syntax.lower[c] in _NEGATED for c in syntax.children[at] if c < at
    )
    return asked or declined or mute or syntax.lower[candidate.begin] in _NOBODY


def _is_of_efforts(syntax: Syntax, at: int) -> bool:
    """Say whether an infinitive tells what a noun of others is about: "knowledge of efforts to urge"."""
    noun = syntax.heads[at]
    told = syntax.tags[at] == "VB" and syntax.deps[at] in syntax.labels.participial_clause
    return told and syntax.deps[noun] in ("nmod", "pobj") and noun < at


def _is_left_open(syntax: Syntax, candidate: Candidate, complement: Complement) -> bool:
    """Say whether no words are told: "did not say whether", "if so, she will say that", "said the same"."""
    at, begin = candidate.at, complement.segments[0][0]
    before = [c for c in syntax.children[at] if c < at]
    negated = any(syntax.lower[c] in _NEGATED for c in before)
    ahead = any(syntax.tags[c] == "MD" for c in before)
    if ahead and any(
        syntax.deps[c] in syntax.labels.adverbial_clause
        and any(syntax.lower[mark] in _HYPOTHETICAL for mark in syntax.children[c])
        for c in syntax.children[at]
    ):
        return True
    return negated and syntax.lemmas[at] in _DISCLOSING and syntax.lower[begin] in _QUESTIONS


def _is_anonymity(syntax: Syntax, complement: Complement) -> bool:
    """Say whether a source only keeps its name back: "who asked not to be named"."""
    begin, end = complement.segments[-1]
    return end - begin <= _FEW and any(syntax.lower[i] in _NAMELESS for i in range(begin, end))
