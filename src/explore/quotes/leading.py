"""What is said before a cue or around it: "“…,” X said", "…, X said, …", "According to X, …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.quotes.complement import made
from explore.quotes.lexicon import SPEECH, addressing_verbs, cue_verbs

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.complement import Complement
    from explore.quotes.draft import Stretch
    from explore.quotes.syntax import Syntax

_COMMAS = frozenset({",", "—", "–", "--", "-"})
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ./’' -]{2,40}(?:, [A-ZÀ-Þ][\w. ]{1,30})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?,?"
    r"(?: ?\([^)\n]{1,30}\))? ?[—–-]{1,2} "
    r"|\([A-Z]{2,6}[A-Za-z ]{0,12}\) ?"
)
_LONG = 16  # tokens the name after "according to" may have
_LIKELY = 0.7  # the share of a verb's uses with a clause from which on it is a verb for saying
_OPENING = 5  # tokens from "when" to who is named
_FEW = 7  # tokens "she said on Tuesday" may have after the cue


def according_to(syntax: Syntax, candidate: Candidate) -> Complement | None:
    """Return the sentence without "according to X"."""
    begin, end = syntax.sentence(candidate.at)
    begin = _behind_dateline(syntax, begin)
    low, high = candidate.at, max(candidate.end, candidate.at + 2)
    first = syntax.trimmed(begin, low) is None
    high = _past_source(syntax, candidate, high, end, first)
    if first:
        commas = [i for i in range(high, min(end, high + _LONG)) if syntax.lower[i] in _COMMAS]
        high = _past_apposition(syntax, candidate, commas[0] + 1) if commas else high
    return made("according", [(begin, low), (high, end)], syntax)


def _past_source(syntax: Syntax, candidate: Candidate, after: int, end: int, first: bool) -> int:
    """Return the place behind all that describes a source: "according to Nordmetal, a maker of steel".

    Where it stands first, behind "published on Monday" or "we spoke to" alone: the parse may go too far.
    """
    labels, top = syntax.labels, candidate.speaker
    clauses = labels.relative_clause | labels.participial_clause
    told = [
        c
        for c in syntax.children[top]
        if c >= after and (not first or (syntax.deps[c] in clauses and syntax.edges[0][c] <= after + 1))
    ]
    last = max((syntax.edges[1][c] + 1 for c in told), default=after)
    if first and (syntax.trimmed(last, end) is None or "," not in syntax.lower[last - 1 : last + 1]):
        return after
    return last


def _past_apposition(syntax: Syntax, candidate: Candidate, after: int) -> int:
    """Return the place behind the words that tell who a speaker is: "according to Petrova, the envoy, …"."""
    right = syntax.edges[1]
    speaker = candidate.speaker
    for child in (speaker, *sorted(syntax.children[speaker])):
        for noun in sorted(syntax.children[child]):
            if syntax.deps[noun] in syntax.labels.apposition and noun >= after:
                return max(after, right[noun] + 1)
    return after


def before_cue(syntax: Syntax, candidate: Candidate) -> Complement | None:
    """Return the sentence that "X said" ends, or both parts of the one it stands in the middle of."""
    low, high = _cue_clause(candidate)
    begin, end = syntax.sentence(candidate.at)
    begin = _behind_dateline(syntax, begin)
    before = low - 1
    while before > begin and (syntax.spaces[before] or syntax.lower[before] in _MARKS):
        before -= 1
    if before <= begin or syntax.lower[before][-1] not in ",—–-?!":
        return None
    if any(_is_beside(syntax, c, low) for c in syntax.children[candidate.at]):
        return None
    if _is_aside(syntax, _top(syntax, candidate.at, begin, low), candidate) or _has_object(syntax, candidate):
        return None
    after = _after_comma(syntax, high, end)
    if after is not None and candidate.begin > candidate.at:
        after = _past_apposition(syntax, candidate, after)
    if after is not None and after + 1 < end and _goes_on(syntax, after):
        return made("around", [(begin, low), (after, end)], syntax)
    return made("before", [(begin, low)], syntax)


def _is_beside(syntax: Syntax, i: int, low: int) -> bool:
    """Say whether a word makes a clause of its own of a cue: "…, when, in fact, he answered at once"."""
    alone = syntax.lower[i] == "though" and syntax.lower[i + 1] == ","
    return low - _OPENING <= i < low and syntax.lower[i] in _BESIDES and not alone


def _behind_dateline(syntax: Syntax, begin: int) -> int:
    """Return where a sentence begins behind the place and day it is told from: "KYIV, Aug 4 (AP) - "."""
    start = syntax.starts[begin]
    if syntax.paragraphs[syntax.paragraph_of[begin]].start_char != start:
        return begin
    dateline = _DATELINE.match(syntax.text, start)
    return syntax.tokens(dateline.end(), dateline.end() + 1)[0] if dateline else begin


_BESIDES = frozenset(("when", "while", "because", "after", "before", "although", "though", "if", "since"))
_MARKS = frozenset("\"“”’'»") | {"''", "``"}


def _cue_clause(candidate: Candidate) -> Stretch:
    return min(candidate.begin, candidate.at), max(candidate.end, candidate.at + 1)


def _after_comma(syntax: Syntax, high: int, end: int) -> int | None:
    """Return the place after the comma that closes "X said on Tuesday,"; None if there is none."""
    for i in range(high, min(end, high + _FEW)):
        if syntax.lower[i] in _COMMAS:
            return i + 1
        if syntax.pos[i] in ("VERB", "AUX", "SCONJ") or syntax.inside[i] >= 0:
            return None
    return None


def _goes_on(syntax: Syntax, after: int) -> bool:
    """Say whether the words after "X said," go on with the sentence before it."""
    word = syntax.lower[after]
    if syntax.inside[after] >= 0 or syntax.beside_mark(after) or word in _NEW or syntax.pos[after] == "SPACE":
        return False
    return not (syntax.tags[after] in ("VBG", "VBN") and word in cue_verbs())


_NEW = frozenset(
    [
        "who",
        "which",
        "whose",
        "whom",
        "where",
        "when",
        "while",
        "as",
        "and",
        "but",
        "or",
        "although",
        "though",
        "after",
        "before",
    ]
)


def _top(syntax: Syntax, cue: int, begin: int, end: int) -> int | None:
    """Return the child of a cue that the words of a stretch hang on; None if they hang above it."""
    for child in syntax.children[cue]:
        if (
            begin <= child < end
            and syntax.deps[child] not in syntax.labels.subject
            and syntax.pos[child] != "PUNCT"
        ):
            return child
    return None


def _is_aside(syntax: Syntax, top: int | None, candidate: Candidate) -> bool:
    """Say whether what stands before "X said," is only when or where, and the words come after or not at all.

    "In an interview, Holub confessed to the theft", "as the doors opened, Holub testified before the court".
    """
    if top is None:
        return False
    labels, at, verb = syntax.labels, candidate.at, candidate.verb
    aside = labels.oblique | labels.adverbial_clause | {"advmod", "discourse", "mark", "cc"}
    if syntax.deps[top] not in aside:
        return False
    after = [c for c in syntax.children[at] if c > max(at, candidate.end - 1) and syntax.is_word(c)]
    if any(syntax.deps[c] in labels.clausal_complement for c in after):
        return True
    evident = verb is not None and verb.grade >= SPEECH and verb.clause >= _LIKELY
    begin = syntax.sentence(at)[0]
    begin += syntax.pos[begin] == "CCONJ"
    opens = syntax.pos[begin] in ("ADP", "SCONJ") or syntax.timed[begin]
    opened = opens and all(i < 0 for i in syntax.inside[begin:at])
    first = [c for c in syntax.children[at] if c < at and syntax.deps[c] in labels.clausal_complement]
    return opened and not first and not (evident and all(syntax.timed[c] for c in after))


def _has_object(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether a cue has its object behind it, so that nothing before is said: "Conti dismissed him"."""
    if candidate.verb is None or candidate.verb.verb in addressing_verbs():
        return False
    return any(
        c > candidate.at
        and syntax.deps[c] in syntax.labels.object
        and not candidate.begin <= c < candidate.end
        and not syntax.timed[c]
        for c in syntax.children[candidate.at]
    )
