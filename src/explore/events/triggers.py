"""Find the words of the codebook in a doc, and the verb that carries each noun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.events.codebook import frames
from explore.events.forms import has_lemma, joined, lemmas, tokens_of, whole_word
from explore.events.governors import governors
from explore.events.looks import is_met_with, is_object, names_somebody
from explore.events.presence import is_encounter, is_presence, is_stay
from explore.events.sentence import after, before
from explore.events.wordclass import is_before_title, word_class
from explore.events.words import CALLING, GOERS, HELD, MEASURES, OPENERS, PARTICLES, SCHEDULED, SETS_OUT
from explore.language.labels import preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from explore.events.codebook import Codebook, Entry

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_NEAR = 8
_PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass"})
_INSIDE = {"DET", "ADJ", "NOUN", "NUM", "ADV", "PRON", "PROPN"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that speaks of an event.

    Attributes
    ----------
    token : spacy.tokens.Token
    entry : Entry
    verb : spacy.tokens.Token or None
        The verb that carries tense and participants: the word itself, or "hold" of "hold talks".
    occurs : bool
        True if the noun is the subject of that verb ("talks took place").
    held : spacy.tokens.Token or None
        The participle that says where and when a noun is held: "a summit to be held in Rome in May".
    """

    token: Token
    entry: Entry
    verb: Token | None
    occurs: bool = False
    held: Token | None = None


def find_triggers(doc: Doc, codebook: Codebook) -> list[Trigger]:
    """Return the triggers of a doc in order, nouns with the verb that carries them."""
    found: list[Trigger] = []
    for token in map(doc.__getitem__, tokens_of(doc, codebook.words)):
        if found and token.i - found[-1].token.i == 2 and joined(doc, token.i - 1):
            continue  # the rest of a word with hyphens
        if is_before_title(token):
            continue
        for pos in _parts_of_speech(token):
            entry = _entry(token, pos, codebook)
            if entry is not None and not (pos == "verb" and names_somebody(token)) and _stands(token, entry):
                if entry.kind != "none":
                    found.append(_trigger(token, entry, pos))
                break
    return found


def _stands(token: Token, entry: Entry) -> bool:
    """Say whether a word that may mean much stands as its row wants it."""
    if entry.frame in {frames()["presence"], frames()["awaited"]}:
        return is_stay(token)
    if entry.frame == frames()["travel"] and any(is_object(c) for c in token.children):
        return False  # "heads a centre in Mexico City", "landed a job in London"
    if entry.word == "meet" and is_met_with(token):
        return False
    if entry.frame == frames()["joint"]:
        return opening(token) == "in"
    return entry.frame != frames()["encounter"] or is_encounter(token)


def _trigger(token: Token, entry: Entry, pos: str) -> Trigger:
    if pos == "verb" and token.dep_ == "cop":
        return Trigger(token, entry, token.head)
    if pos == "verb" or entry.frame == frames()["presence"]:
        return Trigger(token, entry, token)
    verb, occurs = carrier(token, journey=entry.kind == "visit")
    held = next((c for c in token.children if c.i > token.i and _says_when(c)), None)
    return Trigger(token, entry, verb, occurs, held)


def _says_when(clause: Token) -> bool:
    """Say whether a clause on a noun gives its day: "to be held in May", "that was planned for Monday"."""
    if clause.tag_ == "VBN" and has_lemma(clause, HELD):
        return True
    return (
        clause.dep_ in {"acl:relcl", "relcl"}
        and has_lemma(clause, SCHEDULED)
        and any(t.lower_ == "for" for t in after(clause, 2))
    )


def _parts_of_speech(token: Token) -> tuple[str, ...]:
    """Return what a word may be, likeliest first: taggers err on capitals and bare plurals."""
    first = "adjective" if token.tag_ == "JJ" else _POS.get(word_class(token))
    if first is None:
        return ()
    found = [first]
    if token.lower_.endswith("ing") and _takes_object(token):
        found.insert(0, "verb")
    names = has_lemma(token, CALLING)
    if first == "verb" and (token.tag_ == "VBZ" or (token.tag_ in {"VBG", "VB"} and not names)):
        found.append("noun")
    elif token.tag_ == "VBN":
        found.append("adjective")
    if token.pos_ in _POS and not names:
        found.append(_POS[token.pos_])
    return tuple(dict.fromkeys(found))


def _takes_object(token: Token) -> bool:
    """Say whether a word in -ing is a verb with its object: "ahead of meeting John Kerry"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    free = not any(t.tag_ in {"DT", "JJ", "PRP$", "POS", "NN", "NNP"} for t in before(token, 1))
    return free and following.tag_ in {"NNP", "NNPS"} and following.text[0].isupper()


def _entry(token: Token, pos: str, codebook: Codebook) -> Entry | None:
    for lemma in _words(token):
        for entry in codebook.by_word.get((lemma, pos), ()):
            if not entry.needs or _stands_near(token, pos, entry.needs):
                return entry
    return None


def _words(token: Token) -> Iterator[str]:
    """Yield the word with what hyphens join it to ("re-election", "swearing-in"), then the word itself."""
    doc, (start, end) = token.doc, whole_word(token)
    if end - start > 1:
        front, back = doc[start : token.i].text.lower(), doc[token.i + 1 : end].text.lower()
        yield from (f"{front}{lemma}{back}" for lemma in lemmas(token))
    yield from lemmas(token)


def _stands_near(token: Token, pos: str, words: frozenset[str]) -> bool:
    """Say whether one of the words stands beside the trigger, no other verb between."""
    if pos == "verb" and any(
        c.dep_ in _PASSIVE_SUBJECT and c.lemma_.lower() in words for c in token.children
    ):
        return True  # "the memorandum was signed"
    for other in before(token, 4 if pos == "noun" else 1):
        if other.tag_ == "TO":
            continue  # "rose to speak" is not "spoke to"
        if other.lower_ in words or other.lemma_.lower() in words:
            return True
    for other in after(token, 2 * _NEAR):
        if pos == "noun" and other.i > token.i + 3:
            return False
        if any(lemma in words for lemma in lemmas(other)):
            return other.lower_ not in PARTICLES or other.i == token.i + 1
        if word_class(other) == "VERB" and other.text.islower():
            return False
    return False


def carrier(noun: Token, journey: bool = False) -> tuple[Token | None, bool]:
    """Return the verb a noun's event happens by, and whether the noun is its subject.

    By the parse first; by position where the parse hangs the noun elsewhere. A `journey` is what one
    sets out for, too.
    """
    if preposition(noun) == "on" and any(c.dep_ == "cop" for c in noun.children):
        return noun, False  # "who are on a visit"
    if is_presence(noun):
        return noun.head, False
    if (ran := _misread_verb(noun)) is not None:
        return ran, True
    head = noun.head
    for _ in range(3):  # "five rounds of talks", "a series of meetings"
        if word_class(head) != "NOUN" or not has_lemma(head, MEASURES):
            break
        noun, head = head, head.head
    if noun.dep_ in {"obj", "dobj"} and has_lemma(head, GOERS):
        return None, False  # "postponed a visit that had been planned for Monday"
    if word_class(head) in {"VERB", "AUX"} and head.i != noun.i:
        if noun.dep_.startswith(("nsubj", "csubj")):
            return (None, False) if _is_adjunct(noun, head) else (head, True)
        before_it = preposition(noun)
        if (noun.dep_ in {"obj", "dobj"} or before_it in {"in", "into", "on"}) and _is_light(head):
            return head, False
        if journey and before_it in {"for", "on"} and has_lemma(head, SETS_OUT):
            return head, False  # "left Paris for a visit to China"
    return _carrier_by_position(noun)


def _misread_verb(noun: Token) -> Token | None:
    """Return the verb right behind a noun that the parse takes for its participle: "The talks followed"."""
    following = after(noun, 1)
    verb = following[0] if following and noun.dep_ == "ROOT" else None
    if verb is None or verb.head.i != noun.i or verb.tag_ != "VBN":
        return None
    return verb if has_lemma(verb, governors()["occur", "verb"]) else None


def _carrier_by_position(noun: Token) -> tuple[Token | None, bool]:
    """Return what carries a noun whose head says nothing: a relative clause, or the verb before it."""
    following = after(noun, 3)
    if following and word_class(following[-1]) == "VERB" and joined(noun.doc, noun.i + 1):
        return following[-1], True  # "his swearing-in took place"
    relative = _holding(noun)
    if relative is not None:
        return relative, False
    for left in reversed(before(noun, _NEAR)):
        if word_class(left) == "VERB":
            return (left, False) if _is_light(left) else (None, False)
        if (
            word_class(left) not in {"DET", "ADJ", "NOUN", "NUM", "ADV", "PRON", "PART", "PROPN"}
            and left.text not in "-,–"
        ):
            break
    return None, False


def _holding(noun: Token) -> Token | None:
    """Return the verb of a relative clause that holds its noun: "the summit that Moon plans to hold"."""
    for clause in noun.children:
        if clause.dep_ in {"acl:relcl", "relcl"} and clause.i > noun.i:
            for verb in (clause, *(c for c in clause.children if c.dep_ == "xcomp")):
                if has_lemma(verb, HELD):
                    return verb
    return None


def opening(noun: Token) -> str:
    """Return the preposition before a noun's phrase, by position; "" where there is none."""
    for token in reversed(before(noun, 2 * _NEAR)):
        if in_compound(token):
            continue
        if token.tag_ == "WRB":
            return ""  # "during the race when his rival, Mitt Romney, travelled"
        if word_class(token) in {"ADP", "SCONJ"} or token.lower_ in OPENERS:
            return token.lower_ if token.lower_ != "of" else opening(token)
        if word_class(token) not in _INSIDE and token.text not in {"-", "–", "’s", "'s"}:
            return ""
    return ""


def in_compound(token: Token) -> bool:
    """Say whether a word only joins others by hyphens: "to" of "face-to-face"."""
    doc = token.doc
    return 0 < token.i < len(doc) - 1 and doc[token.i - 1].text == doc[token.i + 1].text == "-"


def _is_adjunct(noun: Token, verb: Token) -> bool:
    """Say whether what the parse calls a subject only opens the clause: "Following talks in Rome, they …"."""
    if opening(noun) not in OPENERS or noun.i > verb.i:
        return False
    return any(t.text == "," for t in noun.doc[noun.i + 1 : verb.i])


def _is_light(verb: Token) -> bool:
    return has_lemma(verb, governors()["light", "verb"])
