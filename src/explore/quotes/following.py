"""What is said after a cue: the clause, the infinitive or the noun that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors import mention_at
from explore.quotes.complement import Complement, Form, cut, made
from explore.quotes.lexicon import SPEECH, addressing_verbs, occasion_nouns
from explore.quotes.openings import (
    behind_preposition,
    behind_setting,
    clause_begin,
    in_a_statement,
    that_of,
)

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.syntax import Syntax

# Prepositions that lead from a cue to what is said ("spoke of", "called for"), not to when and where.
_CONTENT = frozenset(["of", "for", "about", "on", "against", "as", "to", "into", "over", "that"])
_TELEPHONES = frozenset(("phone", "telephone", "cellphone", "smartphone", "mobile"))
_ENVOYS = frozenset(
    ("ambassador", "envoy", "diplomat", "consul", "representative", "negotiator", "team", "delegation")
)
_SPOKEN_TO = frozenset(("write", "speak", "talk", "complain", "appeal", "apologise", "apologize", "reply"))
_PERSONS = frozenset(("PERSON", "PER"))
_ADDRESS = 12  # tokens between "told" and "that"


def after_cue(syntax: Syntax, candidate: Candidate) -> Complement | None:
    """Return the clause or phrase that follows a cue: from the first part of what is said to the last.

    When, where and to whom are left out where they stand at the edges.
    """
    cue = candidate.cue
    if cue is None or _is_calling_home(syntax, cue):
        return None
    start = candidate.end if candidate.begin > cue else cue + 1
    kids = [c for c in sorted(syntax.children[cue]) if c >= start]
    kinds = [_kind(syntax, c) for c in kids]
    first = _first(syntax, candidate, kids, kinds)
    if first is None:
        return in_a_statement(syntax, kids) or _beyond(syntax, candidate)
    form = kinds[first]
    assert form is not None
    left, right = syntax.edges
    begin, end = max(start, left[kids[first]]), right[kids[first]] + 1
    if form == "oblique":
        if any(syntax.lower[k] in _TELEPHONES for k in kids):
            # "talks on a cellphone to the president on the steps of the court"
            return None
        begin = behind_preposition(syntax, begin, kids[first])
    if form == "object" and candidate.verb and candidate.verb.verb in addressing_verbs():
        clause = next((i for i in range(begin + 1, end) if syntax.lower[i] in _OPENERS), None)
        if clause is None:
            return None
        begin, form = clause, "clause"
    for kid, kind in zip(kids[first + 1 :], kinds[first + 1 :], strict=True):
        if syntax.pos[kid] in ("PUNCT", "CCONJ") and left[kid] <= end + 2:
            continue
        if left[kid] > end + 2 or not _adds(syntax, kid, kind, form):
            break
        end = max(end, right[kid] + 1)
        if form == "object" and kind in _CLAUSES:
            # "said many times that …": what stands before "that" is no part of it.
            form, begin = kind, that_of(syntax, kid, begin)
    if form == "clause":
        begin = clause_begin(syntax, start, kids[: first + 1], begin)
    begin = behind_setting(syntax, begin, end, candidate)
    return made(form, [(begin, cut(syntax, begin, min(end, syntax.sentence(cue)[1]), form))], syntax)


_CLAUSES: tuple[Form, ...] = ("clause", "infinitive")


def _adds(syntax: Syntax, kid: int, kind: Form | None, form: Form) -> bool:
    """Say whether the next child of a cue goes on with what is said."""
    if form in _CLAUSES and _is_torn_off(syntax, kid):
        return True
    if kind in _CLAUSES:
        return True
    # "…, against a backdrop of rivalry" is said by the article.
    apart = syntax.lower[syntax.edges[0][kid] - 1] == ","
    return form != "clause" and not apart and _belongs(syntax, kid, kind)


_CIRCUMSTANCE = frozenset(
    [
        "as",
        "when",
        "while",
        "after",
        "before",
        "because",
        "since",
        "although",
        "though",
        "where",
        "unless",
        "until",
    ]
)
_OPENERS = frozenset({"that", "if", "whether", "how", "why", "what", "to"})


def _kind(syntax: Syntax, child: int) -> Form | None:
    """Return how a child of a cue may be what is said; None where it cannot."""
    labels, dep = syntax.labels, syntax.deps[child]
    noun = syntax.pos[syntax.heads[child]] == "NOUN"
    if dep in labels.clausal_complement or (noun and dep in labels.participial_clause):
        return (
            None
            if syntax.lower[max(syntax.edges[0][child], syntax.heads[child] + 1)] in _CIRCUMSTANCE
            else "clause"
        )
    if dep in labels.adverbial_clause and _marker(syntax, child) in _CONTENT - {"as", "that"}:
        return "oblique"
    if dep in labels.open_complement:
        return "infinitive"
    if dep in labels.object:
        return "object"
    if _preposition(syntax, child) == "to" and _is_addressed(syntax, child):
        return None
    if dep in labels.oblique and dep not in labels.temporal_noun and _preposition(syntax, child) in _CONTENT:
        return "oblique"
    return None


def _is_calling_home(syntax: Syntax, cue: int) -> bool:
    """Say whether a verb is not of memory: "Peru recalled its ambassador"."""
    return syntax.lemmas[cue] == "recall" and any(
        syntax.deps[c] in syntax.labels.object and syntax.lower[c].removesuffix("s") in _ENVOYS
        for c in syntax.children[cue]
    )


def _is_addressed(syntax: Syntax, child: int) -> bool:
    """Say whether somebody is written or spoken to: "wrote to the council's chief executive, Diane Potts"."""
    if syntax.lemmas[syntax.heads[child]] not in _SPOKEN_TO:
        return False
    noun = next((c for c in syntax.children[child] if syntax.deps[c] == "pobj"), child)
    mention = mention_at(syntax.doc[noun])
    people = mention is not None and all(
        syntax.doc._.actors[number].kind == "person" for number in mention.actors
    )
    kids = (noun, *syntax.children[noun])
    named = any(syntax.doc[i].ent_type_ in _PERSONS for i in kids if i == noun or _beside(syntax, i))
    return people or named


def _beside(syntax: Syntax, i: int) -> bool:
    return syntax.deps[i] in syntax.labels.apposition | syntax.labels.compound


def _is_torn_off(syntax: Syntax, kid: int) -> bool:
    """Say whether a verb is joined to the cue without "and": "said the envoy, long ill, offered …"."""
    return syntax.deps[kid] in syntax.labels.conjunct and not any(
        syntax.deps[c] == "cc" or syntax.pos[c] == "CCONJ" for c in (*syntax.children[kid], kid - 1)
    )


def _beyond(syntax: Syntax, candidate: Candidate) -> Complement | None:
    """Return "that …" up to the sentence's end, where the parse broke off behind who was told."""
    verb, cue = candidate.verb, candidate.at
    if verb is None or verb.grade < SPEECH:
        return None
    end = syntax.sentence(cue)[1]
    for i in range(cue + 1, min(end, cue + _ADDRESS)):
        if syntax.pos[i] in ("VERB", "AUX", "PUNCT"):
            return None
        if syntax.lower[i] == "that" and syntax.deps[i] == "mark" and i > cue + 1:
            return made("clause", [(i, cut(syntax, i, end, "clause"))], syntax)
    return None


def _marker(syntax: Syntax, child: int) -> str:
    return next(
        (syntax.lower[c] for c in sorted(syntax.children[child]) if syntax.deps[c] in ("mark", "case")), ""
    )


def _preposition(syntax: Syntax, child: int) -> str:
    if syntax.deps[child] == "prep":
        return syntax.lower[child]
    return next((syntax.lower[c] for c in syntax.children[child] if syntax.deps[c] == "case"), "")


def _first(syntax: Syntax, candidate: Candidate, kids: list[int], kinds: list[Form | None]) -> int | None:
    """Return the place of the first child that is said, not spoken to."""
    addressing = candidate.verb is not None and candidate.verb.verb in addressing_verbs()
    for i, kind in enumerate(kinds):
        if kind is None:
            continue
        later = any(k in ("clause", "infinitive") for k in kinds[i + 1 :])
        to_somebody = kind == "oblique" and _preposition(syntax, kids[i]) in ("to", "on", "with")
        if to_somebody and any(kinds[i + 1 :]):
            continue
        if later and ((kind == "object" and addressing) or _is_occasion(syntax, kids[i])):
            continue
        if kind == "oblique" and _is_occasion(syntax, kids[i]):
            continue
        return i
    return None


def _is_occasion(syntax: Syntax, child: int) -> bool:
    """Say whether a phrase is when or where it was said: "on Monday", "in an interview"."""
    words = range(syntax.edges[0][child], syntax.edges[1][child] + 1)
    if syntax.doc[child].ent_type_ in ("DATE", "TIME"):
        return True
    return syntax.lower[child] in occasion_nouns() or (
        syntax.deps[child] == "prep" and any(syntax.lower[i] in occasion_nouns() for i in words)
    )


def _belongs(syntax: Syntax, child: int, kind: Form | None) -> bool:
    """Say whether a phrase after what is said goes on with it."""
    labels, dep = syntax.labels, syntax.deps[child]
    if kind is not None:
        return not _is_occasion(syntax, child)
    return dep in labels.oblique and dep not in labels.temporal_noun and not _is_occasion(syntax, child)
