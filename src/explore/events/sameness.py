"""Whether a mention can be of an event told before: kind, days, place and people agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import mentions_in
from explore.events.sentence import after, before
from explore.events.words import OTHER, SUMMITS, VAGUE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.draft import Draft, Place
    from explore.events.when import When


# How far behind the last word of an event, in characters, "the meeting" can still be it.
_TAKEN_UP = 2500


@dataclass(frozen=True, slots=True)
class Claim:
    """What a mention says of its event, taken once and compared with many.

    `vague` where the words take up a call as easily as a meeting, `other` where they speak of another
    occasion ("a second meeting"), `introduces` where of one for the first time ("a summit").
    """

    draft: Draft
    persons: set[str]
    countries: set[str]
    named: bool
    vague: bool
    other: bool
    introduces: bool


def claim_of(draft: Draft) -> Claim:
    """Return what a mention says of its event."""
    entry, token = draft.trigger.entry, draft.trigger.token
    undated = draft.when is None
    noun = entry.pos == "noun" and draft.kind == "meeting" and undated and not draft.definite
    return Claim(
        draft=draft,
        persons=draft.persons,
        countries=set(draft.countries),
        named=bool(draft.parties),
        vague=draft.kind == "meeting" and entry.word in VAGUE and (undated or draft.definite),
        other=(
            any(t.lower_ in OTHER and not _is_each_other(t) for t in before(token, 3))
            and not _is_said_of_it(token)
        )
        or any(t.lower_ == "another" for t in after(token, 3)),  # "the visit of another guest"
        introduces=noun and any(t.lower_ in {"a", "an", "another"} for t in before(token, 4)),
    )


def _is_each_other(token: Token) -> bool:
    """Say whether "other" is of "each other": "had not seen each other since a summit"."""
    return token.i > 0 and token.doc[token.i - 1].lower_ == "each"


def _is_said_of_it(noun: Token) -> bool:
    """Say whether a noun is what the event just told was: "It was their first meeting since May"."""
    copula = noun.head if noun.dep_ == "attr" else noun
    return any(c.dep_.startswith("nsubj") and c.lower_ in {"it", "this", "that"} for c in copula.children)


def same(event: Draft, claim: Claim) -> bool:
    """Say whether a mention can be of an event told before."""
    mention = claim.draft
    if claim.other and (mention.when is None or event.when is None) and not _is_that_one(event, mention):
        return False
    if not (event.kind == mention.kind or (claim.vague and event.kind == "call")):
        return False
    if (
        event.status != mention.status
        and mention.sure_status
        and event.sure_status
        and not _falls_through(event, mention)
    ):
        return False
    if _is_of_others_ahead(event, claim):
        return False
    if not _same_days(event.when, mention.when) or not _same_scene(event, mention):
        return False
    if _is_loose(event, mention) or _is_loose(mention, event) or _is_named_for_another(event, mention):
        return False
    if claim.introduces and event.status != mention.status and event.persons != claim.persons:
        return False  # "no date for a summit" is not of the talks just held
    if claim.introduces:
        persons = event.persons
        if len(persons & claim.persons) < min(2, len(persons)):
            return False
    if not claim.named and not claim.countries:
        return mention.definite and mention.sentences[0][0] - event.sentences[-1][0] < _TAKEN_UP
    if mention.status == "denied" and not mention.definite and event.persons != claim.persons:
        return False  # who did not meet aside is not who did not meet at all
    at_summit = event.trigger.entry.word in SUMMITS and event.kind == "meeting" and mention.definite
    return at_summit or _same_sides(event, claim)


def _is_of_others_ahead(event: Draft, claim: Claim) -> bool:
    """Say whether what two lands will hold is not what their leaders held: "the commanders will meet"."""
    mention = claim.draft
    ahead = mention.status == "planned" and mention.sure_status and event.status == "happened"
    return ahead and not mention.definite and bool(event.persons) and not claim.persons


def _is_that_one(event: Draft, mention: Draft) -> bool:
    """Say whether "the first meeting" is one just told: first too, or ahead in the very place."""
    here, there = event.scene, mention.scene
    ahead = event.status == mention.status == "planned" and event.kind == mention.kind
    placed = here is not None and there is not None and here.name == there.name and not here.is_country
    return _is_also_first(event, mention) or (ahead and placed and event.names == mention.names)


def _is_also_first(event: Draft, mention: Draft) -> bool:
    """Say whether both are told to be the first of their kind: one and the same where the people are."""
    firsts = [any(t.lower_ == "first" for t in before(d.trigger.token, 3)) for d in (event, mention)]
    return all(firsts) and event.kind == mention.kind and event.names == mention.names


def _falls_through(event: Draft, mention: Draft) -> bool:
    """Say whether what was planned is told to have come to nothing: "but postponed that trip"."""
    said = event.status == "planned" and mention.status == "denied" and mention.definite
    if not said or mention.when is not None or not mention.persons <= event.persons:
        return False
    # "The team led by X was due on Monday, but the trip was called off": X's.
    return bool(mention.persons) or not names_others(mention, event.persons)


def names_others(mention: Draft, persons: set[str]) -> bool:
    """Say whether the sentence of a mention names persons, and none of these."""
    doc, (start, end) = mention.trigger.token.doc, mention.sentences[0]
    if not doc.has_extension("mentions"):
        return False
    actors = [doc._.actors[i] for m in mentions_in(doc, start, end) for i in m.actors]
    names = {actor.name for actor in actors if actor.kind == "person"}
    return bool(names) and not names & persons


def _is_named_for_another(event: Draft, mention: Draft) -> bool:
    """Say whether a summit bears the name of another town than the event's: "since the Woodside Summit"."""
    token = mention.trigger.token
    if mention.trigger.entry.word not in SUMMITS or event.scene is None or not token.text.istitle():
        return False
    names = [t.text for t in before(token, 1) if t.pos_ == "PROPN" and t.text.istitle()]
    return bool(names) and names[0].lower() not in event.scene.name.lower()


def _is_loose(one: Draft, other: Draft) -> bool:
    """Say whether one's day is told but not known, and the other is of a known or another day."""
    if one.undated is None:
        return False
    return other.when is not None or (other.undated is not None and other.undated != one.undated)


def _same_days(one: When | None, other: When | None) -> bool:
    return one is None or other is None or (one.begin <= other.end and other.begin <= one.end)


def _same_scene(event: Draft, mention: Draft) -> bool:
    """Say whether places can be one; a journey to a town of a known land is not to a place of none."""
    one, other = event.scene, mention.scene
    if event.kind != "visit" or one is None or other is None or one.name.lower() == other.name.lower():
        return same_place(one, other)
    exact = not (one.is_country or other.is_country or one.is_building or other.is_building)
    return same_place(one, other) and not (exact and (one.country is None) != (other.country is None))


def same_place(one: Place | None, other: Place | None) -> bool:
    """Say whether two places can be one: of one name, or of one land and one of them wide or a building."""
    if one is None or other is None or one.name.lower() == other.name.lower():
        return True
    if one.country is None or other.country is None:
        return True
    wide = one.is_country or other.is_country or one.is_building or other.is_building
    return one.country == other.country and wide


def _same_sides(event: Draft, claim: Claim) -> bool:
    one, other = event.persons, claim.persons
    if one and other:
        shared = len(one & other)
        if event.kind == "visit":
            return shared > 0
        return shared >= 2 or (shared == 1 and min(len(one), len(other)) == 1)
    here, there = set(event.countries), claim.countries
    if not here or not there:
        return claim.draft.definite
    return here <= there or there <= here
