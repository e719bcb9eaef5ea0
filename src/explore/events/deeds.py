"""Whether words of attack and protest tell of a deed, or only of words, sport, weather or the police."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma
from explore.events.sentence import after
from explore.events.triggers import opening
from explore.events.wordclass import word_class
from explore.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.draft import Place
    from explore.events.triggers import Trigger
    from explore.events.who import Party

# Who uses force, or what force is used with, where no land and no army is named.
_FORCE = words(
    "gunman militant rebel fighter insurgent jihadist terrorist extremist separatist guerrilla "
    "assailant attacker bomber soldier troop force army military militia police officer mob gang pirate "
    "raider bandit settler man men suspect missile rocket drone shell bomb airstrike strike warplane "
    "jet plane aircraft helicopter warship ship artillery commando paramilitary hacker"
)
# Who marches and blocks roads.
_CROWD = words(
    "thousand hundred dozen million people person protester demonstrator activist campaigner supporter "
    "opponent crowd marcher student worker teacher nurse doctor farmer driver trucker striker union "
    "resident villager woman women men man migrant refugee lawyer citizen fan youth teenager child "
    "parent group opposition"
)
# Whom a crime is done to.
_VICTIMS = words("woman girl boy man child teenager student pupil nurse officer colleague passenger prisoner")
_HARMED = 6
_TAKES_LAND = words("seize annex")
_LAUNCHES = words("launch")
_ASSAULTS = words("attack strike offensive invasion assault")
_WAR = words("offensive invasion airstrike bombardment shelling incursion")
_STRUCK = words("strike raid attack")
_STRUCK_WITH = words("air missile drone rocket artillery ground")
_BY_CROWDS = words("rally block march")
_REASON = words("for over")
_SPANS = words("time hour day week weekend night month year past last second third fourth fifth")
_NEAR = 14


def is_deed(
    trigger: Trigger, parties: list[Party], goal: Place | None, place: Place | None, subject: Token | None
) -> bool:
    """Say whether a trigger of attack or protest tells of what was done with force or in the street.

    Parameters
    ----------
    trigger : Trigger
    parties : list of Party
        Who acts.
    goal, place : Place or None
        What was struck, and where.
    subject : Token or None
        The word that is the subject of the trigger's verb.
    """
    entry = trigger.entry
    if entry.kind == "protest":
        crowd = subject is not None and has_lemma(subject, _CROWD)
        return entry.pos != "verb" or entry.word not in _BY_CROWDS or crowd
    if entry.kind != "attack":
        return True
    forces = subject is None or has_lemma(subject, _FORCE)
    active = entry.pos == "verb" and trigger.token.tag_ != "VBN"
    if goal is not None and goal.country is None and active and (subject is None or not forces):
        return False  # "groups attacking Ayotte", taken for a town
    people = any(p.kind == "person" for p in parties)
    if goal is None and not people and parties and _is_of_war(trigger.token):
        return True  # "Russian troops opened an offensive"
    if goal is None and (place is None or people):
        return False  # "attacked her rival in Ohio", "scored as she struck in Turin"
    if entry.word == "assault" and any(has_lemma(t, _VICTIMS) for t in after(trigger.token, _HARMED)):
        return False  # "the assault on a woman in Leeds"
    if entry.pos != "verb":
        return not (opening(trigger.token) == "under" and _gives_reason(trigger.token))
    verb = trigger.token
    if has_lemma(verb, _TAKES_LAND) and goal is None:
        return False  # "Police seized drugs in Leeds"
    homes = {p.country for p in parties} - {None}
    abroad = place is not None and place.country not in homes | {None} and bool(homes)
    if has_lemma(verb, _LAUNCHES) and goal is None and not (abroad or _is_of_assault(verb)):
        return False  # "launched a rocket from Florida"
    if not parties and not forces:
        return False  # "The quake struck Nepal"
    return forces or not _gives_reason(verb)


def _is_of_war(token: Token) -> bool:
    """Say whether a trigger, or what it launches, is never of words: "an offensive", "an air strike"."""
    near = [token, *after(token, _HARMED)]
    return any(
        has_lemma(t, _WAR) or (has_lemma(t, _STRUCK) and t.i and has_lemma(t.nbor(-1), _STRUCK_WITH))
        for t in near
    )


def _is_of_assault(verb: Token) -> bool:
    return any(has_lemma(t, _ASSAULTS) for t in after(verb, _NEAR))


def _gives_reason(verb: Token) -> bool:
    """Say whether it says what for, as words do: "attacked Israel for its raid", not "for the first time"."""
    for token in after(verb, _NEAR):
        if word_class(token) == "VERB" or token.text in ";:":
            return False
        if token.lower_ in _REASON:
            return not any(has_lemma(t, _SPANS) or t.like_num for t in after(token, 4))
    return False
