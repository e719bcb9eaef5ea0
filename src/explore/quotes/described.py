"""Who is meant by words that describe: "the officials", "the group", "the 22-year-old", "the side"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import Actor, country_of, mention_at, mentions_in
from explore.quotes.naming import POSSESSIVES, Who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidate import Candidate
    from explore.quotes.syntax import Syntax

POINTING = frozenset({"the", "this", "that", "these", "those"})
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
# Words for somebody who speaks for a body.
_FUNCTIONARIES = frozenset(
    ("official", "diplomat", "spokesman", "spokeswoman", "spokesperson", "envoy", "aide", "representative")
)
JUST = 1  # paragraphs


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker already met: where, by which words, with which cue."""

    who: Who
    head: str
    paragraph: int
    at: int
    in_statement: bool
    several: bool


def described(syntax: Syntax, candidate: Candidate, near: Sequence[Spoken]) -> Who | None:
    """Return who "the officials", "the group" or "his services" are, by the speakers before; else None."""
    word, first = syntax.lower[candidate.speaker], syntax.lower[candidate.begin]
    if first in POINTING and (country := country_of(syntax.doc[candidate.speaker].text)):
        return _countryman(syntax, candidate, country) or _foreigner(syntax, candidate)
    if first in POINTING and _is_person_by_trait(syntax, candidate):
        return _only_one_before(syntax, candidate)
    if word == "side" and (side := _side(syntax, candidate)):
        return side
    if first in POINTING and (spoke := _of_their_body(syntax, candidate, near)):
        return spoke
    if first in POINTING:
        bodies = [s for s in near if any(a.kind == "organisation" for a in s.who.actors)]
        if any(
            syntax.pos[i] == "PROPN" or country_of(syntax.doc[i].text)
            for i in range(candidate.begin, candidate.speaker)
        ):
            return None  # "the Minsk group" has a name of its own
        told = [s for s in near if s.head == word] or (bodies if word in _BODIES else [])
        owned = any(syntax.deps[c] in syntax.labels.possessive for c in syntax.children[candidate.speaker])
        return told[-1].who if told and not owned else None
    if first in POSSESSIVES and word in _BODIES:
        body = _body_of(syntax, candidate.begin)
        return Who(body.name, body.actor_id, (body,)) if body else None
    return None


def again(syntax: Syntax, candidate: Candidate, near: Sequence[Spoken]) -> Who | None:
    """Return the nameless one just called by the same noun: "a diplomat said", then "the diplomat said"."""
    if syntax.lower[candidate.begin] not in POINTING or not near:
        return None
    last, place = near[-1], syntax.paragraph_of[candidate.at]
    same = last.head == syntax.lower[candidate.speaker] and not last.who.actors
    return last.who if same and place - last.paragraph <= JUST else None


def _of_their_body(syntax: Syntax, candidate: Candidate, near: Sequence[Spoken]) -> Who | None:
    """Return who spoke just before as somebody of a body: "the Kremlin official" after its spokesman."""
    place = syntax.paragraph_of[candidate.at]
    names = {syntax.lower[i] for i in range(candidate.begin, candidate.speaker) if syntax.pos[i] == "PROPN"}
    if not names or syntax.lower[candidate.speaker] not in _FUNCTIONARIES or not near:
        return None
    who = near[-1].who
    alone = len(who.actors) == 1 and who.actors[0].kind == "person" and place - near[-1].paragraph <= JUST
    return who if alone and names <= set(str(who.actors[0].role).lower().split()) else None


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
    for place in range(home, max(0, home - JUST) - 1, -1):
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
    first = max(0, syntax.paragraph_of[candidate.speaker] - JUST)
    start = syntax.paragraphs[first].start_char
    before = mentions_in(doc, start, syntax.starts[candidate.begin])
    actors = [doc._.actors[i] for i in dict.fromkeys(i for mention in before for i in mention.actors)]
    people = [a for a in actors if a.kind == "person" and a.country == country]
    return Who(people[0].name, people[0].actor_id, (people[0],)) if len(people) == 1 else None


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
