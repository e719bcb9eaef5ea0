"""The word lists of the quotes component: verbs and nouns that introduce words, pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from explore.quotes.inflect import verb_forms
from explore.shipped import named_rows

FOLDER = Path(__file__).parent / "words"
# Grades of a cue verb: speech; speech among other meanings.
SPEECH, ALSO_SPEECH = 3, 2


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that introduces words.

    Attributes
    ----------
    verb : str
        Its base form.
    grade : int
        `SPEECH`, `ALSO_SPEECH`, or 1 for an attitude.
    share : float
        How often it introduces words where it is used; `clause`, where a clause depends on it.
    """

    verb: str
    grade: int
    share: float
    clause: float


@lru_cache(maxsize=1)
def cue_verbs() -> dict[str, CueVerb]:
    """Return the cue verbs by every one of their forms."""
    found: dict[str, CueVerb] = {}
    for row in named_rows(FOLDER / "cue_verbs.csv"):
        verb = CueVerb(
            row["verb"], int(row["grade"]), float(row["share"] or 0.5), float(row["clause"] or 0.5)
        )
        for form in verb_forms(row["verb"], row["forms"]):
            known = found.get(form)
            if known is None or known.share < verb.share:
                found[form] = verb
    return found


@lru_cache(maxsize=1)
def cue_nouns() -> frozenset[str]:
    """Return nouns that stand for words said, singular and plural."""
    nouns = " ".join(lines("cue_nouns.txt")).split()
    return frozenset(nouns) | {_plural(noun) for noun in nouns}


@lru_cache(maxsize=1)
def addressing_verbs() -> frozenset[str]:
    """Return the base forms of verbs whose object is the person spoken to."""
    return frozenset(" ".join(lines("addressing.txt")).split())


@lru_cache(maxsize=1)
def occasion_nouns() -> frozenset[str]:
    """Return nouns for when, where and in what form something was said, singular and plural."""
    nouns = " ".join(lines("occasions.txt")).split()
    return frozenset(nouns) | {_plural(noun) for noun in nouns}


@lru_cache(maxsize=1)
def made_to() -> frozenset[str]:
    """Return the base forms of verbs whose object does what follows: "led the firm to announce"."""
    return frozenset(" ".join(lines("made_to.txt")).split())


@lru_cache(maxsize=1)
def no_words() -> dict[str, frozenset[str]]:
    """Return, by the base form of a verb, what it takes where nothing is said: "claimed the title"."""
    rows = (line.split(":") for line in lines("objects.txt"))
    return {verb: frozenset(nouns.split()) for verb, nouns in rows}


@lru_cache(maxsize=1)
def pronouns() -> dict[str, str]:
    """Return what kind of thing each pronoun stands for."""
    groups = (line.split(":") for line in lines("pronouns.txt"))
    return {word: kind for kind, words in groups for word in words.split()}


def lines(name: str) -> list[str]:
    """Return the lines of a word list, without those that speak about it."""
    found = (FOLDER / name).read_text(encoding="utf8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
