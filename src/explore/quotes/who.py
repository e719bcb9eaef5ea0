"""The name behind the words used for a speaker: by the doc's actors, the speakers before, else as written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import Actor, country_of, mention_at, mentions_in
from explore.quotes.lexicon import cue_nouns, pronouns
from explore.quotes.naming import POSSESSIVES, Who, as_written, named
from explore.quotes.pronoun import is_misled, told_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidates import Candidate
    from explore.quotes.draft import Draft
    from explore.quotes.syntax import Syntax

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_BODIES = frozenset(
    [
        "group",
        "bloc",
        "alliance",
        "ministry",
        "agency",
        "company",
        "organisation",
        "organization",
        "body",
        "firm",
        "party",
        "union",
        "council",
        "office",
        "department",
        "service",
        "services",
        "embassy",
        "government",
        "commission",
        "committee",
        "network",
    ]
)
# Nouns a name may stand before as their author: not "a Facebook post", "the Minsk agreement".
_RELEASES = frozenset({"statement", "statements", "readout"})
_GOING_ON = frozenset(("add", "continue", "conclude"))
_JUST = 1  # paragraphs
_NEAR = 3  # paragraphs a speaker is remembered over
_LAST = 30  # speakers remembered


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A speaker already met: where, by which words, with which cue."""

    who: Who
    head: str
    paragraph: int
    at: int
    in_statement: bool


def speakers(syntax: Syntax, drafts: Sequence[Draft]) -> list[Who]:
    """Return who said each quotation; nobody where the text does not tell."""
    said = sorted((begin, end) for draft in drafts for begin, end in draft.segments)
    spoken: list[_Spoken] = []
    found = []
    for draft in drafts:
        candidate = draft.candidate
        if candidate is None:
            found.append(Who())
            continue
        who = _who(syntax, candidate, said, spoken)
        found.append(who)
        if who.name:
            nouns = any(syntax.lower[i] in cue_nouns() for i in range(*syntax.sentence(candidate.at)))
            head = syntax.lower[candidate.speaker]
            place = syntax.paragraph_of[candidate.at]
            spoken.append(_Spoken(who, head, place, candidate.at, nouns))
    return found


def _who(
    syntax: Syntax, candidate: Candidate, said: Sequence[tuple[int, int]], spoken: Sequence[_Spoken]
) -> Who:
    head, begin, end = candidate.speaker, candidate.begin, candidate.end
    word, first = syntax.lower[head], syntax.lower[begin]
    place = syntax.paragraph_of[candidate.at]
    near = [s for s in spoken[-_LAST:] if 0 <= place - s.paragraph <= _NEAR]
    who = _set_beside(syntax, head, end) or named(syntax, head, begin, end)
    kind = pronouns().get(word)
    if kind == "one" and (told := told_before(syntax, head, who, said)):
        return told
    if kind == "one" and near and place - near[-1].paragraph <= _JUST and _goes_on(candidate, near[-1].who):
        return near[-1].who
    if kind == "one" and near and near[-1].who.actors and is_misled(syntax, head, who, said):
        return near[-1].who
    if who.name:
        return who
    if kind == "thing" and near and _is_also(syntax, candidate):
        last = near[-1].who
        return last if last.actors and all(a.kind != "person" for a in last.actors) else Who()
    if kind == "group":
        return next((s.who for s in reversed(near) if s.head.endswith("s") or len(s.who.actors) > 1), Who())
    if word in cue_nouns():
        owner = _owner(syntax, head)
        if owner is not None:
            return _or_written(syntax, owner)
        if first not in _POINTING or _is_of_something(syntax, head):
            return Who()
        made = [s for s in near if s.in_statement] or [s for s in near if place - s.paragraph <= 1]
        return made[-1].who if made else Who()
    return _described(syntax, candidate, near) or Who(as_written(syntax, head, begin, end))


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


def _described(syntax: Syntax, candidate: Candidate, near: Sequence[_Spoken]) -> Who | None:
    """Return who "the officials", "the group" or "his services" are, by the speakers before; else None."""
    word, first = syntax.lower[candidate.speaker], syntax.lower[candidate.begin]
    if first in _POINTING and (country := country_of(syntax.doc[candidate.speaker].text)):
        return _countryman(syntax, candidate, country) or _foreigner(syntax, candidate)
    if first in _POINTING and _is_person_by_trait(syntax, candidate):
        return _only_one_before(syntax, candidate)
    if word == "side" and (side := _side(syntax, candidate)):
        return side
    if first in _POINTING:
        bodies = [s for s in near if any(a.kind == "organisation" for a in s.who.actors)]
        if any(
            syntax.pos[i] == "PROPN" or country_of(syntax.doc[i].text)
            for i in range(candidate.begin, candidate.speaker)
        ):
            return None  # "the Minsk group" has a name of its own
        told = [s for s in near if s.head == word] or (bodies if word in _BODIES else [])
        return told[-1].who if told else None
    if first in POSSESSIVES and word in _BODIES:
        body = _body_of(syntax, candidate.begin)
        return Who(body.name, body.actor_id, (body,)) if body else None
    return None


def _foreigner(syntax: Syntax, candidate: Candidate) -> Who | None:
    """Return the only person before, of no known country: "Lindholm was angry. “…,” the Swede said"."""
    if syntax.tags[candidate.speaker] in ("NNS", "NNPS"):
        return None
    found = _only_one_before(syntax, candidate)
    return found if found and found.actors[0].country is None else None


def _is_person_by_trait(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether somebody is called by an age: "the 22-year-old"."""
    words = syntax.lower[candidate.begin : candidate.end]
    return "".join(words[-3:]) == "year-old" or words[-1].endswith("year-old")


def _only_one_before(syntax: Syntax, candidate: Candidate) -> Who | None:
    """Return the only person spoken of before in a paragraph, else in the one before that."""
    doc, home = syntax.doc, syntax.paragraph_of[candidate.speaker]
    for place in range(home, max(0, home - _JUST) - 1, -1):
        start = syntax.paragraphs[place].start_char
        end = min(syntax.starts[candidate.begin], syntax.paragraphs[place].end_char)
        numbers = dict.fromkeys(i for m in mentions_in(doc, start, end) for i in m.actors)
        people = [doc._.actors[i] for i in numbers if doc._.actors[i].kind == "person"]
        if people:
            return Who(people[0].name, people[0].actor_id, (people[0],)) if len(people) == 1 else None
    return None


def _side(syntax: Syntax, candidate: Candidate) -> Who | None:
    """Return the country of "the Chinese side"."""
    codes = {country_of(syntax.doc[i].text) for i in range(candidate.begin, candidate.speaker)} - {None}
    found = [a for a in syntax.doc._.actors if a.kind == "country" and a.country in codes]
    return Who(found[0].name, found[0].actor_id, (found[0],)) if len(found) == 1 else None


def _countryman(syntax: Syntax, candidate: Candidate, country: str) -> Who | None:
    """Return who "the Paraguayan" is: the only person of the country spoken of just before."""
    if syntax.tags[candidate.speaker] in ("NNS", "NNPS"):
        return None
    doc = syntax.doc
    first = max(0, syntax.paragraph_of[candidate.speaker] - _JUST)
    start = syntax.paragraphs[first].start_char
    before = mentions_in(doc, start, syntax.starts[candidate.begin])
    actors = [doc._.actors[i] for i in dict.fromkeys(i for mention in before for i in mention.actors)]
    people = [a for a in actors if a.kind == "person" and a.country == country]
    return Who(people[0].name, people[0].actor_id, (people[0],)) if len(people) == 1 else None


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


def _is_of_something(syntax: Syntax, noun: int) -> bool:
    """Say whether a noun tells itself what it is: "the announcement of the summit" points to none before."""
    return any(
        c > noun and (syntax.lower[c] == "of" or _case(syntax, c) == "of") for c in syntax.children[noun]
    )


def _case(syntax: Syntax, i: int) -> str:
    return next((syntax.lower[c] for c in syntax.children[i] if syntax.deps[c] == "case"), "")


def _body_of(syntax: Syntax, possessive: int) -> Actor | None:
    """Return the organisation somebody heads: "his services" of a foreign minister, the ministry."""
    doc = syntax.doc
    mention = mention_at(doc[possessive])
    if mention is None or len(mention.actors) != 1:
        return None
    number = mention.actors[0]
    head = doc._.actors[number]
    titles = [m.text for m in doc._.mentions if m.actors == (number,) and m.how in ("name", "role")]
    role = {
        word[:6] for words in (head.role or "", *titles) for word in words.lower().split() if len(word) > 4
    }
    for actor in doc._.actors:
        words = {word[:6] for word in actor.name.lower().split() if len(word) > 4}
        if actor.kind == "organisation" and actor.country == head.country and len(words & role) > 1:
            found: Actor = actor
            return found
    return None
