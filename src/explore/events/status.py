"""Whether it happened, is planned or denied, or is no event at all (wished, possible, asked)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.effects import as_status, effect_of, is_negated
from explore.events.forms import has_lemma
from explore.events.sentence import after, before
from explore.events.triggers import in_compound, opening
from explore.events.verb_status import has_condition, is_untrue, status_of_verb
from explore.events.wordclass import word_class
from explore.events.words import (
    CALLS_FOR,
    CONDITION,
    FUTURE,
    GOES_ON,
    HELD,
    MOVES,
    NO,
    OCCUR,
    PAST_OPENERS,
    RELATIVE,
    SCHEDULED,
    SETS_OUT,
    words,
)
from explore.language.labels import preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.event import Status
    from explore.events.triggers import Trigger

_STEPS, _MODIFIERS, _ASKED = 5, 6, 40
_GOVERNED = words("for to out of off")
_CIRCUMSTANCE = words("during at on in")
_DURING = words("during at on in for to before")


def status_of(trigger: Trigger) -> Status | None:
    """Return the status that the words around a trigger give it; None if it is no asserted event.

    The walk goes from the trigger up the parse: its own modifiers, the verb that carries it, then
    what that verb is the content of ("is scheduled to", "denied that", "called on them to").
    """
    status = None if _is_asked(trigger.token) else _of_words(trigger)
    if status == "planned" and trigger.verb is not None and has_lemma(trigger.verb, GOES_ON):
        return None  # "agreed to continue consultations": no meeting is meant
    if trigger.entry.status is not None and status is not None:
        # What a word makes planned ("invited") is so only where the word itself is a fact.
        return trigger.entry.status if status == "happened" else None  # type: ignore[return-value]
    return status


def _is_asked(token: Token) -> bool:
    """Say whether the sentence is a question that ends right behind the clause: "Will they meet?"."""
    rest = after(token, _ASKED)
    return bool(rest) and any(t.text == "?" for t in rest) and not any(t.text in '.,;:”"' for t in rest[:-1])


def is_sure(trigger: Trigger, status: Status) -> bool:
    """Say whether a status is the event's own: in "during his visit he will meet" only the meeting's is.

    Nor does "his trip had been prepared by" say that the trip is still ahead.
    """
    if trigger.verb is not None:
        return not (trigger.occurs and status == "planned" and trigger.verb.tag_ in {"VBN", "VBD"})
    own = _of_noun(trigger.token)
    if own == "planned" and trigger.token.head.tag_ in {"VBD", "VBG"}:
        return False  # "delaying his scheduled meeting": it may have been held since
    if own != "happened":
        return True
    if preposition(trigger.token) == "for" and has_lemma(trigger.token.head, SETS_OUT):
        return False  # "flew to Rome for talks": ahead as he flew
    return status != "happened" and preposition(trigger.token) not in _CIRCUMSTANCE


def _of_words(trigger: Trigger) -> Status | None:
    token, verb = trigger.token, trigger.verb
    if token is not verb:
        if _is_called_off(token):
            return "denied"
        found = _of_noun(token)
        if found == "planned" and verb is None and _is_dropped(token):
            return "denied"  # "canceled a planned trip"
        if found == "planned" and trigger.occurs and verb is not None and _is_held(verb):
            return "happened"  # "the planned meeting was held on Monday"
        if found != "happened":
            return found
        if verb is None and has_condition(token):
            return None
        if verb is None:
            return _of_adjunct(token) if opening(token) in PAST_OPENERS else _of_context(token)
    return status_of_verb(verb, occurs=trigger.occurs) if verb is not None else "happened"


def _is_dropped(noun: Token) -> bool:
    """Say whether a noun is the object of a verb of cancelling that is not itself denied."""
    dropped = noun.dep_ in {"obj", "dobj"} and effect_of(noun.head, "verb") == "denied"
    return dropped and not is_negated(noun.head)


def _is_held(verb: Token) -> bool:
    """Say whether a verb tells that something took place: "was held", "took place", "began"."""
    took_place = has_lemma(verb, OCCUR | HELD) and verb.tag_ in {"VBD", "VBN"}
    return took_place and status_of_verb(verb, occurs=True) == "happened" and not has_lemma(verb, SCHEDULED)


def _of_noun(noun: Token) -> Status | None:
    """Return what the words on a noun say: "planned talks", "no talks", "the date for a meeting"."""
    for word in reversed(before(noun, _MODIFIERS)):
        if word_class(word) in {"VERB", "ADP", "AUX", "PUNCT"} and word.tag_ not in {"VBN", "VBG", "HYPH"}:
            break
        if word.tag_ == "WRB":
            break  # "without saying when the meeting will be"
        if word.lower_ in NO:
            return "denied"
        effect = effect_of(word, "adjective")
        if effect and word_class(word) in {"ADJ", "VERB"}:
            return as_status(effect)
    return "happened"


def _is_called_off(noun: Token) -> bool:
    """Say whether what a clause is about is cancelled later in it: "was due on 4 July but was put off"."""
    clauses = (c for c in noun.children if c.dep_ in {"acl:relcl", "relcl"} and c.tag_ == "VBN")
    if any(effect_of(c, "verb") == "denied" and not is_negated(c) for c in clauses):
        return True  # "unable to reschedule a meeting that was cancelled"
    if any(word_class(t) == "VERB" and t.tag_ != "VBN" for t in before(noun, _MODIFIERS)):
        return False
    for token in after(noun, 2 * _ASKED):
        if token.dep_.startswith(("nsubj", "csubj")) and token.lower_ not in RELATIVE:
            relative = token.head.dep_ in {"acl:relcl", "relcl"} and token.head.head.i == noun.i
            if not relative:
                return False
        if token.tag_ == "VBN" and (effect_of(token, "verb") == "denied" or _is_moved(token)):
            left = [t.lower_ for t in before(token, 4)]
            return "been" in left or bool({"was", "were"} & set(left[-2:]))
    return False


def _is_moved(verb: Token) -> bool:
    """Say whether something is put on another day: "has been moved to September"."""
    following = after(verb, 2)
    to_a_day = len(following) > 1 and following[0].lower_ == "to" and following[1].ent_type_ == "DATE"
    return to_a_day and has_lemma(verb, MOVES)


def _of_context(noun: Token) -> Status | None:
    """Return what stands above a noun that no verb carries: "plans for a visit", "ruled out talks"."""
    of = _noun_before(noun)
    if of is not None and is_untrue(of):
        return "denied"
    effect = effect_of(of, "noun") if of is not None else None
    if effect:
        return as_status(effect)
    governing = _verb_before(noun)
    if governing is not None and noun.head.i == noun.i and effect_of(governing, "verb") == "denied":
        return "denied"  # "but postponed that trip", where the parse parts them
    here = noun
    for _ in range(_STEPS):
        head = here.head
        if head.i == here.i:
            return "happened"
        if word_class(head) in {"VERB", "AUX"} and any(c.lower_ in CONDITION for c in head.children):
            return None  # "whether he broke the law in his conversation with"
        if word_class(head) in {"NOUN", "PROPN"} and preposition(here) in {"for", "of", "to"}:
            effect = effect_of(head, "noun")
            if effect:
                return as_status(effect)
        elif word_class(head) in {"VERB", "AUX"}:
            return _of_governing_verb(here, head)
        elif word_class(head) == "ADJ" and preposition(here) in {"to", "for"}:
            effect = effect_of(head, "adjective")
            if effect:
                return as_status(effect)
        here = head
    return "happened"


def _of_adjunct(noun: Token) -> Status | None:
    """Return the status of what a clause looks back on: "After talks in Rome he will fly home" is ahead."""
    here = noun
    for _ in range(_STEPS):
        here = here.head
        if any(c.lower_ in FUTURE for c in here.children):
            return "planned"
    return "happened"


def _noun_before(noun: Token) -> Token | None:
    """Return the noun that a noun is the "for" or "of" of, by position."""
    left = before(noun, 2 * _MODIFIERS)
    while left and (
        word_class(left[-1]) in {"DET", "ADJ", "NUM", "NOUN", "PRON", "PUNCT"} or in_compound(left[-1])
    ):
        left.pop()
    if len(left) < 2 or left[-1].lower_ not in {"for", "of"}:
        return None
    is_noun = word_class(left[-2]) == "NOUN" or effect_of(left[-2], "noun") is not None
    return left[-2] if is_noun else None


def _verb_before(noun: Token) -> Token | None:
    """Return the verb right before a noun's phrase, by position."""
    left = before(noun, _MODIFIERS)
    while left and word_class(left[-1]) in {"DET", "ADJ", "NUM", "NOUN", "PRON"}:
        left.pop()
    return left[-1] if left and word_class(left[-1]) == "VERB" else None


def _of_governing_verb(noun: Token, verb: Token) -> Status | None:
    """Return what a verb says of a noun it governs but does not carry."""
    governed = noun.dep_.startswith(("nsubj", "csubj")) or noun.dep_ in {"obj", "dobj"}
    if governed or preposition(noun) in _GOVERNED:
        effect = effect_of(verb, "verb")
        if effect == "denied" and (is_negated(verb) or status_of_verb(verb, occurs=False) is None):
            return None  # "did not rule out a meeting", "may cancel a visit"
        if effect:
            return as_status(effect)
        if preposition(noun) == "for" and has_lemma(verb, CALLS_FOR):
            return None
    above = status_of_verb(verb, occurs=False)
    if above == "planned" and preposition(noun) in _DURING:
        return "planned"
    return "happened"
