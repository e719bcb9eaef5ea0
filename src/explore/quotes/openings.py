"""Where what is said begins behind its cue: at "that", behind a preposition, behind when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.complement import made
from explore.quotes.lexicon import occasion_nouns
from explore.quotes.subjects import TIMES

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.complement import Complement
    from explore.quotes.syntax import Syntax

_LIKELY = 0.6  # the share of a verb's uses with a clause from which on it is a verb for saying
_SETTING = 9  # tokens from a cue to "that"
_OCCASION = 4  # tokens of "in the press release"


def behind_setting(syntax: Syntax, begin: int, end: int, candidate: Candidate) -> int:
    """Return where what is said begins behind when or where: "on Monday that …", "in the release this …"."""
    while begin < end and syntax.pos[begin] == "PUNCT":
        begin += 1
    if candidate.verb is None or candidate.verb.clause < _LIKELY or syntax.inside[begin] >= 0:
        return begin
    for i in range(begin, min(end, begin + _SETTING)):
        if syntax.pos[i] in ("VERB", "AUX", "PUNCT") or syntax.inside[i] >= 0:
            return begin
        if syntax.lower[i] == "that" and syntax.deps[i] == "mark":
            return i if syntax.pos[begin] == "ADP" or _is_time(syntax, begin, i) else begin
        if syntax.lower[i] in occasion_nouns() and syntax.lower[begin] == "in" and i - begin < _OCCASION:
            return i + 1
    return begin


def _is_time(syntax: Syntax, begin: int, end: int) -> bool:
    return all(
        syntax.timed[i] or syntax.pos[i] in ("DET", "ADP") or syntax.lower[i] in TIMES
        for i in range(begin, end)
    )


def behind_preposition(syntax: Syntax, begin: int, noun: int) -> int:
    """Return where a noun phrase begins behind its prepositions."""
    while begin < noun and syntax.deps[begin] in ("case", "prep", "mark"):
        begin += 1
    return begin


def clause_begin(syntax: Syntax, start: int, kids: list[int], begin: int) -> int:
    """Return where a clause, the last of the kids, begins.

    The parse may have hung "that …" on a noun before it, or a setting on the clause ("told him, in a call on
    Monday, the ban stays").
    """
    if syntax.lower[start] == "that":
        return start
    *before, clause = kids
    torn = in_a_statement(syntax, before)
    begin = torn.segments[0][0] if torn else begin
    return max([begin, *(syntax.edges[1][kid] + 1 for kid in before if begin <= kid < clause)])


def that_of(syntax: Syntax, clause: int, begin: int) -> int:
    """Return where "that" opens a clause, else the place given."""
    return next(
        (c for c in syntax.children[clause] if begin < c < clause and syntax.lower[c] == "that"), begin
    )


def in_a_statement(syntax: Syntax, kids: list[int]) -> Complement | None:
    """Return the clause that hangs on a noun in place of the cue: "said in a statement that …".

    The parse may have taken "that" for a relative pronoun: "told the police that …", "said last week that …".
    """
    for kid in kids:
        last = syntax.edges[1][kid] + 1
        for i in range(kid, last - 1):
            if syntax.lower[i + 1] != "that":
                continue
            verb = syntax.heads[i + 1]
            torn = syntax.deps[i + 1] == "mark" and syntax.deps[verb] in syntax.labels.relative_clause
            whole = syntax.deps[i + 1] == "mark" and syntax.lower[kid] in occasion_nouns()
            if torn or whole or syntax.lower[i] in occasion_nouns():
                return made("clause", [(i + 1, last)], syntax)
    return None
