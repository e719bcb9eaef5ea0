"""The regular forms of English verbs, so that a cue is known by its form whatever a pipeline's lemmas are."""

from __future__ import annotations

_VOWELS = "aeiou"


def verb_forms(verb: str, irregular: str = "") -> set[str]:
    """Return the forms of a verb; irregular ones are given, divided by blanks, and stand beside the rest.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(verb_forms("write", "wrote written"))
    ['write', 'writes', 'writing', 'written', 'wrote']
    """
    given = set(irregular.split())
    past = set() if given else {_past(verb)}
    return {verb, _third(verb), _participle(verb)} | past | given


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{_doubled(verb)}ed"


def _participle(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def _doubled(verb: str) -> str:
    """Return the stem before -ed and -ing: "beg" gives "begg", one syllable or a stressed last one."""
    short = (
        len(verb) > 2 and verb[-1] not in _VOWELS + "wxyh" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    )
    syllables = sum(
        1 for i, c in enumerate(verb) if c in _VOWELS + "y" and (i == 0 or verb[i - 1] not in _VOWELS + "y")
    )
    stressed = verb.endswith(("mit", "cur", "fer", "bel", "bet", "pel", "gret", "but", "gin", "put", "quip"))
    return verb + verb[-1] if short and (syllables == 1 or stressed) else verb
