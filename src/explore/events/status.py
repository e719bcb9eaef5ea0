"""Whether it happened, is planned or denied, or is no event at all (wished, possible, asked)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma, lemmas
from explore.events.governors import governors
from explore.events.sentence import after, before
from explore.events.triggers import in_compound, opening
from explore.events.wordclass import word_class
from explore.events.words import (
    CALLS_FOR,
    CONDITION,
    CONFIRMS,
    DUE,
    FUTURE,
    GOES_ON,
    HELD,
    IMAGINED,
    MODAL,
    NEGATION,
    NO,
    OCCUR,
    PAST_OPENERS,
    REFUTES,
    RELATIVE,
    REPORTS,
    SCHEDULED,
    SETS_OUT,
    UNTRUE,
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
        if found == "planned" and trigger.occurs and verb is not None and _is_held(verb):
            return "happened"  # "the planned meeting was held on Monday"
        if found != "happened":
            return found
        if verb is None and _has_condition(token):
            return None
        if verb is None:
            return _of_adjunct(token) if opening(token) in PAST_OPENERS else _of_context(token)
    return _of_verb(verb, occurs=trigger.occurs) if verb is not None else "happened"


def _is_held(verb: Token) -> bool:
    """Say whether a verb tells that something took place: "was held", "took place", "began"."""
    took_place = has_lemma(verb, OCCUR | HELD) and verb.tag_ in {"VBD", "VBN"}
    return took_place and _of_verb(verb, occurs=True) == "happened" and not has_lemma(verb, SCHEDULED)


def _effect(token: Token, pos: str) -> str | None:
    if pos == "verb" and token.i + 1 < len(token.doc):
        after = token.doc[token.i + 1]
        if any(f"{lemma}-{after.lower_}" in governors()["denied", "verb"] for lemma in lemmas(token)):
            return "denied"
    for effect in ("denied", "unreal", "planned"):
        if has_lemma(token, governors().get((effect, pos), frozenset())):
            return effect
    return None


def _as_status(effect: str | None) -> Status | None:
    return None if effect == "unreal" else effect  # type: ignore[return-value]


def _of_noun(noun: Token) -> Status | None:
    """Return what the words on a noun say: "planned talks", "no talks", "the date for a meeting"."""
    for word in reversed(before(noun, _MODIFIERS)):
        if word_class(word) in {"VERB", "ADP", "AUX", "PUNCT"} and word.tag_ not in {"VBN", "VBG", "HYPH"}:
            break
        if word.tag_ == "WRB":
            break  # "without saying when the meeting will be"
        if word.lower_ in NO:
            return "denied"
        effect = _effect(word, "adjective")
        if effect and word_class(word) in {"ADJ", "VERB"}:
            return _as_status(effect)
    return "happened"


def _is_called_off(noun: Token) -> bool:
    """Say whether what a clause is about is cancelled later in it: "was due on 4 July but was put off"."""
    if any(word_class(t) == "VERB" and t.tag_ != "VBN" for t in before(noun, _MODIFIERS)):
        return False
    for token in after(noun, 2 * _ASKED):
        if token.dep_.startswith(("nsubj", "csubj")) and token.lower_ not in RELATIVE:
            relative = token.head.dep_ in {"acl:relcl", "relcl"} and token.head.head.i == noun.i
            if not relative:
                return False
        if token.tag_ == "VBN" and _effect(token, "verb") == "denied":
            left = [t.lower_ for t in before(token, 4)]
            return "been" in left or bool({"was", "were"} & set(left[-2:]))
    return False


def _is_untrue(report: Token) -> bool:
    """Say whether a report is said to be false: "reports that … are false", "rumours of … are unfounded"."""
    head = report.head
    if head.i == report.i or not has_lemma(report, REPORTS):
        return False
    return has_lemma(head, UNTRUE) or (has_lemma(head, REFUTES) and not _is_negated(head))


def _is_unconfirmed(report: Token) -> bool:
    return has_lemma(report, REPORTS) and has_lemma(report.head, CONFIRMS) and _is_negated(report.head)


def _of_context(noun: Token) -> Status | None:
    """Return what stands above a noun that no verb carries: "plans for a visit", "ruled out talks"."""
    of = _noun_before(noun)
    if of is not None and _is_untrue(of):
        return "denied"
    effect = _effect(of, "noun") if of is not None else None
    if effect:
        return _as_status(effect)
    governing = _verb_before(noun)
    if governing is not None and noun.head.i == noun.i and _effect(governing, "verb") == "denied":
        return "denied"  # "but postponed that trip", where the parse parts them
    here = noun
    for _ in range(_STEPS):
        head = here.head
        if head.i == here.i:
            return "happened"
        if word_class(head) in {"NOUN", "PROPN"} and preposition(here) in {"for", "of", "to"}:
            effect = _effect(head, "noun")
            if effect:
                return _as_status(effect)
        elif word_class(head) in {"VERB", "AUX"}:
            return _of_governing_verb(here, head)
        elif word_class(head) == "ADJ" and preposition(here) in {"to", "for"}:
            effect = _effect(head, "adjective")
            if effect:
                return _as_status(effect)
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
    is_noun = word_class(left[-2]) == "NOUN" or _effect(left[-2], "noun") is not None
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
        effect = _effect(verb, "verb")
        if effect:
            return _as_status(effect)
        if preposition(noun) == "for" and has_lemma(verb, CALLS_FOR):
            return None
    above = _of_verb(verb, occurs=False)
    if above == "planned" and preposition(noun) in _DURING:
        return "planned"
    return "happened"


def _of_verb(verb: Token, occurs: bool, steps: int = _STEPS) -> Status | None:
    if occurs and not has_lemma(verb, governors()["occur", "verb"]):
        effect = _effect(verb, "verb")
        if effect and not _is_negated(verb):
            return _as_status(effect)
    own = _of_form(verb, steps)
    if own == "planned" and _is_unconfirmed(verb.head):
        return None  # "a report that he would travel on could not be confirmed"
    return _of_matrix(verb, steps) if own == "happened" and steps else own


def _is_negated(verb: Token) -> bool:
    return any(
        child.lower_ in NEGATION
        or (child.dep_.startswith("nsubj") and any(g.lower_ == "no" for g in child.children))
        for child in verb.children
    )


def _of_form(verb: Token, steps: int) -> Status | None:
    """Return what a verb's own auxiliaries, negation and markers say."""
    left = [c for c in verb.children if c.i < verb.i]
    if any(c.lower_ in CONDITION for c in verb.children) or _has_condition(verb):
        return None
    negated = _is_negated(verb)
    if any(c.lower_ in MODAL for c in left):
        return "denied" if negated else None
    if negated:
        return "denied"
    if verb.tag_ == "VBG" and verb.dep_ == "ROOT" and not any(c.dep_.startswith("aux") for c in left):
        return "planned"  # a headline: "Kerry heading to Ukraine"
    if any(c.lower_ in FUTURE for c in left):
        return "planned"
    # "had been due to meet" hangs "to" on "due".
    marks = [*left, *(g for c in left if c.lower_ in DUE for g in c.children)]
    to = next((c for c in marks if c.lower_ == "to" and c.i < verb.i), None)
    if to is not None:
        return _of_infinitive(verb, to, steps)
    return "happened"


def _has_condition(verb: Token) -> bool:
    """Say whether an if-clause hangs on a verb, or "if" opens its clause where the parse lost it."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ in CONDITION for c in child.children):
            return True
    for token in reversed(before(verb, _MODIFIERS)):
        if token.is_punct or word_class(token) == "VERB":
            return False
        if token.lower_ in CONDITION:
            return True
    return False


def _of_infinitive(verb: Token, to: Token, steps: int) -> Status | None:
    """Return what governs an infinitive: "is to meet", "plans to meet", "refused to meet"."""
    doc = verb.doc
    left = doc[to.i - 1] if to.i > 0 and not to.is_sent_start else None
    if left is not None and left.lemma_ == "be":
        return "planned"
    if left is not None and left.lower_ == "going":
        return "planned"
    head = verb.head
    if left is not None and left.lower_ in DUE:
        return "planned"
    if head.i == verb.i or (word_class(head) in {"NOUN", "PROPN"} and head.dep_ == "ROOT"):
        return "planned"  # a headline: "Ministers to meet in Baghdad"
    if word_class(head) in {"VERB", "AUX"}:
        effect = _effect(head, "verb")
        if effect == "denied":
            return "happened" if _is_negated(head) else "denied"
        if effect:
            return "denied" if effect == "planned" and _is_negated(head) else _as_status(effect)
        return _of_verb(head, False, steps - 1) if steps else None
    if word_class(head) == "ADJ":
        return _as_status(_effect(head, "adjective") or "unreal")
    if word_class(head) == "PROPN" and any(c.dep_ == "cop" for c in head.children):
        return _of_verb(head, False, steps - 1) if steps else None  # "was in Abuja to see Tinubu"
    effect = _effect(head, "noun") or "unreal"
    if effect == "planned" and any(t.lower_ in NO for t in before(head, 3)):
        return "denied"  # "have no plans to meet"
    return _as_status(effect)


def _of_matrix(verb: Token, steps: int) -> Status | None:
    """Return what the clauses above a verb make of it: denied, wished, only a condition."""
    here = verb
    for _ in range(_STEPS):
        head = here.head
        if _is_untrue(head):
            return "denied"
        if head.i == here.i or here.dep_ in {"conj", "parataxis", "acl:relcl", "relcl"}:
            return "happened"
        if here.dep_ == "ccomp" and word_class(head) == "VERB":
            if has_lemma(head, frozenset({"deny"})):
                return "denied"
            if has_lemma(head, IMAGINED):
                return None
        if any(c.lower_ in CONDITION for c in head.children):
            return None
        if here.dep_ == "xcomp" and here.tag_ not in {"VBD", "VBZ", "VBP"}:
            return _of_verb(head, False, steps - 1)
        here = head
    return "happened"
