"""The name behind the words used for a speaker: by the doc's actors, the speakers before, else as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors import mention_at
from explore.quotes.described import JUST, POINTING, Spoken, again, described
from explore.quotes.lexicon import cue_nouns, pronouns
from explore.quotes.naming import POSSESSIVES, Who, as_written, named
from explore.quotes.pronoun import is_misled, may_be, told_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidate import Candidate
    from explore.quotes.draft import Draft
    from explore.quotes.syntax import Syntax

# Nouns a name may stand before as their author: not "a Facebook post", "the Minsk agreement".
_RELEASES = frozenset({"statement", "statements", "readout"})
_GOING_ON = frozenset(("add", "continue", "conclude"))
_INDEFINITE = frozenset(("a", "an"))
_ISSUING = frozenset(
    ("issue", "release", "publish", "post", "send", "make", "put", "circulate", "share", "write", "sign")
)
_NEAR = 3  # paragraphs a speaker is remembered over
_LAST = 30  # speakers remembered


def speakers(syntax: Syntax, drafts: Sequence[Draft]) -> list[Who]:
    """Return who said each quotation; nobody where the text does not tell."""
    said = sorted((begin, end) for draft in drafts for begin, end in draft.segments)
    spoken: list[Spoken] = []
    found = [Who() for _ in drafts]
    # A heading is named after the words below it that it repeats.
    told = [(draft.candidate, i) for i, draft in enumerate(drafts) if draft.candidate is not None]
    for candidate, i in sorted(told, key=lambda pair: (syntax.paragraph_of[pair[0].at], pair[1])):
        who = found[i] = _who(syntax, candidate, said, spoken)
        if who.name:
            nouns = any(syntax.lower[i] in cue_nouns() for i in range(*syntax.sentence(candidate.at)))
            head = syntax.lower[candidate.speaker]
            place = syntax.paragraph_of[candidate.at]
            several = head.endswith("s") or len(who.actors) > 1 or _is_joint(syntax, candidate)
            spoken.append(Spoken(who, head, place, candidate.at, nouns, several))
    return [_inner(syntax, drafts, found, i) for i in range(len(drafts))]


def _is_joint(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether somebody speaks with others: "Rubio and his team"."""
    return any(syntax.deps[c] in syntax.labels.conjunct for c in syntax.children[candidate.speaker])


def _inner(syntax: Syntax, drafts: Sequence[Draft], found: Sequence[Who], i: int) -> Who:
    """Return who speaks in a quotation inside another: "I" is who says all of it, "he" is somebody else."""
    candidate = drafts[i].candidate
    outer = next((n for n in range(i) if _holds(drafts[n], drafts[i])), None)
    if candidate is None or outer is None:
        return found[i]
    kind = pronouns().get(syntax.lower[candidate.speaker])
    if kind == "self" and syntax.lower[candidate.speaker] == "i":
        return found[outer]
    own = kind == "one" and bool(found[i].actors) and found[i].actors == found[outer].actors
    return Who() if own else found[i]


def _holds(one: Draft, other: Draft) -> bool:
    """Say whether a quotation lies inside a run of another, with the words that introduce it."""
    if one.candidate is None or other.candidate is None or not other.runs or not other.runs[0].run.nested:
        return False
    return any(run.begin <= i < run.end for run in one.runs for i in (other.candidate.at,))


def _who(
    syntax: Syntax, candidate: Candidate, said: Sequence[tuple[int, int]], spoken: Sequence[Spoken]
) -> Who:
    head, begin, end = candidate.speaker, candidate.begin, candidate.end
    word, first = syntax.lower[head], syntax.lower[begin]
    place = syntax.paragraph_of[candidate.at]
    near = [s for s in spoken[-_LAST:] if 0 <= place - s.paragraph <= _NEAR]
    if same := again(syntax, candidate, near):
        return same
    who = _set_beside(syntax, head, end) or named(syntax, head, begin, end)
    mention = mention_at(syntax.doc[head])
    # "He" may be a family name.
    kind = None if mention is not None and mention.how == "name" else pronouns().get(word)
    if kind == "one" and (told := told_before(syntax, head, who, said)):
        return told
    last = near[-1] if near and may_be(syntax, head, near[-1].who) else None
    if kind == "one" and last and place - last.paragraph <= JUST and _goes_on(candidate, last.who):
        return last.who
    if kind == "one" and last and last.who.actors and is_misled(syntax, head, who, said):
        return last.who
    if who.name:
        return who
    if kind == "thing" and near and _is_also(syntax, candidate):
        body = near[-1].who
        return body if body.actors and all(a.kind != "person" for a in body.actors) else Who()
    if kind == "group":
        return next((s.who for s in reversed(near) if s.several), Who())
    if word in cue_nouns():
        owner = _owner(syntax, head)
        if owner is not None:
            return _or_written(syntax, owner)
        if first not in POINTING or _is_of_something(syntax, head):
            return Who()
        if (maker := _maker(syntax, head)) is not None:
            return _or_written(syntax, maker)
        made = [s for s in near if s.in_statement] or [s for s in near if place - s.paragraph <= 1]
        return made[-1].who if made else Who()
    return described(syntax, candidate, near) or Who(as_written(syntax, head, begin, end))


def _goes_on(candidate: Candidate, before: Who) -> bool:
    """Say whether a verb tells that the one before goes on: "he added"."""
    person = len(before.actors) == 1 and before.actors[0].kind == "person"
    return person and candidate.verb is not None and candidate.verb.verb in _GOING_ON


def _set_beside(syntax: Syntax, head: int, end: int) -> Who | None:
    """Return who is named right behind an office or a trade: "his neighbour, Ana Petrova, said"."""
    if syntax.tags[head] != "NN" or end + 1 >= len(syntax.lower) or syntax.lower[end] != ",":
        return None
    begin = stop = end + 1
    while stop < len(syntax.lower) and syntax.pos[stop] == "PROPN" and syntax.inside[stop] < 0:
        stop += 1
    kind = syntax.doc[begin].ent_type_
    body = kind == "ORG" and stop < len(syntax.lower) and syntax.lower[stop] == ","
    if stop == begin or not (body or (kind in ("PERSON", "PER") and _is_set_off(syntax, stop))):
        return None
    found = named(syntax, begin, begin, stop)
    if len(found.actors) == 1 and (body or found.actors[0].kind == "person"):
        return found
    return Who(as_written(syntax, stop - 1, begin, stop)) if not found.name else None


def _is_set_off(syntax: Syntax, i: int) -> bool:
    """Say whether a name ends where a comma, a bracket or a sentence's end stands, or a verb."""
    return i >= len(syntax.lower) or syntax.pos[i] in ("PUNCT", "SPACE", "VERB")


def _is_also(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether something is said in addition: "it also said", "it added that"."""
    cue = candidate.cue
    return cue is not None and any(syntax.lower[c] == "also" for c in syntax.children[cue])


def _or_written(syntax: Syntax, head: int) -> Who:
    begin, end = _span(syntax, head)
    who = named(syntax, head, begin, end)
    return who if who.name else Who(as_written(syntax, head, begin, end))


def _span(syntax: Syntax, head: int) -> tuple[int, int]:
    left, right = syntax.edges
    return left[head], right[head] + 1


def _owner(syntax: Syntax, noun: int) -> int | None:
    """Return X of "X's statement", "an X statement", "a statement by X", "a letter from X"."""
    labels = syntax.labels
    for child in syntax.children[noun]:
        if syntax.deps[child] in labels.possessive and syntax.lower[child] not in POSSESSIVES:
            return child
        if syntax.lower[noun] in _RELEASES and child < noun and syntax.pos[child] == "PROPN":
            return child
        # "the message of condolence from the king" hangs either way.
        for by in (child, *(c for c in syntax.children[child] if _case(syntax, child) == "of")):
            if by > noun and (syntax.lower[by] in ("by", "from") or _case(syntax, by) in ("by", "from")):
                return next((c for c in syntax.children[by] if syntax.deps[c] == "pobj"), by)
    return None


def _maker(syntax: Syntax, noun: int) -> int | None:
    """Return who "the statement" is by, where the text told of it: "Big Machine issued a statement"."""
    first = syntax.paragraphs[max(0, syntax.paragraph_of[noun] - _NEAR)].start_char
    for i in range(noun - 1, syntax.tokens(first, first + 1)[0] - 1, -1):
        if syntax.lower[i] != syntax.lower[noun] or syntax.inside[i] >= 0:
            continue
        before = {syntax.lower[c] for c in syntax.children[i] if c < i}
        if before & _INDEFINITE:
            verb = syntax.heads[i]
            made = syntax.deps[i] in syntax.labels.object and syntax.lemmas[verb] in _ISSUING
            return syntax.child(verb, syntax.labels.subject) if made else None
    return None


def _is_of_something(syntax: Syntax, noun: int) -> bool:
    """Say whether a noun tells itself what it is: "the announcement of the summit" points to none before."""
    return any(
        c > noun and (syntax.lower[c] == "of" or _case(syntax, c) == "of") for c in syntax.children[noun]
    )


def _case(syntax: Syntax, i: int) -> str:
    return next((syntax.lower[c] for c in syntax.children[i] if syntax.deps[c] == "case"), "")
