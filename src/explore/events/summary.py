"""One plain line of at most nine words for an event, made from its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.words import NAME_PARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORDS = 9

# kind: (one participant, several, planned, denied for one, denied for several)
_VERBS = {
    "meeting": ("holds talks", "meet", "to meet", "holds no talks", "do not meet"),
    "visit": ("visits", "visit", "to visit", "does not visit", "do not visit"),
    "call": ("holds a call", "speak by phone", "to speak by phone", "holds no call", "do not speak by phone"),
    "statement": (
        "makes a statement",
        "make a statement",
        "to make a statement",
        "says nothing",
        "say nothing",
    ),
    "agreement": ("makes an agreement", "agree", "to agree", "makes no agreement", "do not agree"),
    "election": ("is elected", "are elected", "to be elected", "is not elected", "are not elected"),
    "attack": ("attacks", "attack", "to attack", "does not attack", "do not attack"),
    # Where only the town is known in which force was used.
    "attack in": ("attacks", "attack", "to attack", "does not attack", "do not attack"),
    "sanction": ("puts sanctions on", "put sanctions on", "to put sanctions on", "spares", "spare"),
    "sever": (
        "breaks off ties with",
        "break off ties with",
        "to break off ties with",
        "keeps ties with",
        "keep ties with",
    ),
    "expel": (
        "expels diplomats of",
        "expel diplomats of",
        "to expel diplomats of",
        "expels no diplomats of",
        "expel no diplomats of",
    ),
    "protest": ("protests", "protest", "to protest", "does not protest", "do not protest"),
}
_NOUNS = {
    "meeting": "Talks",
    "call": "Call",
    "visit": "Visit",
    "attack": "Attack on",
    "attack in": "Attack",
    "sanction": "Sanctions on",
    "sever": "Break of ties with",
    "expel": "Expulsion of diplomats of",
}
# The place is the verb's object here, and stands behind "in" elsewhere.
_WITH_OBJECT = frozenset({"visit", "attack", "sanction", "sever", "expel"})
_LINKS = (" on", " with", " of")
_PLURAL = ("Forces", "forces", "officials", "rebels", "troops", "authorities")
_BUILDINGS = ("Kremlin", "House", "Palace", "Castle", "Headquarters")
_WITH_ARTICLE = (
    *_BUILDINGS,
    "States",
    "Emirates",
    "Netherlands",
    "Philippines",
    "Kingdom",
    "Republic",
    "Union",
)
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN"})


def summarise(kind: str, status: str, who: Sequence[tuple[str, str | None]], place: str | None) -> str:
    """Return the line for an event.

    Parameters
    ----------
    kind, status : str
        As in the events table; "sever" and "expel" are sanctions with words of their own.
    who : sequence of (str, str or None)
        Names and countries, in order. A person's country says which name is the family's.
    place : str or None

    >>> summarise("visit", "happened", [("Sergei Lavrov", "RUS")], "China")
    'Lavrov visits China'
    >>> summarise("meeting", "happened", [("Xi Jinping", "CHN"), ("Vladimir Putin", "RUS")], "Kremlin")
    'Xi and Putin meet at the Kremlin'
    """
    names = [short_name(name, country) for name, country in who]
    for shown in (_listed(names), _few(names)):
        for where in (place, None):
            line = _line(kind, status, shown, len(names), where)
            if len(line.split()) <= MOST_WORDS:
                return line
    return " ".join(_line(kind, status, _few(names[:1]), 1, None).split()[:MOST_WORDS])


def _line(kind: str, status: str, who: str, count: int, place: str | None) -> str:
    if not who:
        noun = _NOUNS.get(kind, kind.replace("_", " ").capitalize())
        if place is None:
            return _unlinked(noun)
        return f"{noun} {_named(place)}" if noun.endswith(_LINKS) else f"{noun} {_in(place)}"
    one, several, planned, denied, denied_several = _VERBS.get(kind, (f": {kind}",) * 5)
    count += who.endswith(_PLURAL)
    if status == "planned":
        verb = planned if count > 1 or kind != "meeting" else "to hold talks"
    elif status == "denied":
        verb = denied_several if count > 1 else denied
    else:
        verb = several if count > 1 else one
    line = f"{who}{verb}" if verb.startswith(":") else f"{who} {verb}"
    if place is None:
        return _unlinked(line)
    return f"{line} {_named(place)}" if kind in _WITH_OBJECT else f"{line} {_in(place)}"


def _unlinked(line: str) -> str:
    """Return a line without the preposition before a place it does not have."""
    return line.rsplit(" ", 1)[0] if line.endswith(_LINKS) else line


def _named(place: str) -> str:
    """Return a place with the article it takes: "the Kremlin", "the United States"."""
    return f"the {place}" if place.endswith(_WITH_ARTICLE) else place


def _in(place: str) -> str:
    """Return a place with its preposition: one is at a palace and in a town."""
    return f"{'at' if place.endswith(_BUILDINGS) else 'in'} {_named(place)}"


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _few(names: list[str]) -> str:
    return f"{names[0]} and {len(names) - 1} others" if len(names) > 2 else _listed(names)


def short_name(name: str, country: str | None) -> str:
    """Return the name a headline uses.

    >>> short_name("Vladimir Putin", "RUS"), short_name("Xi Jinping", "CHN")
    ('Putin', 'Xi')
    >>> short_name("Ursula von der Leyen", "DEU"), short_name("South Korea", None)
    ('von der Leyen', 'South Korea')
    >>> short_name("Salman of Saudi Arabia", "SAU"), short_name("Abdullah II", "JOR")
    ('Salman', 'Abdullah II')
    """
    words = name.partition(" of ")[0].split()
    if country is not None and len(words) == 1:
        return words[0]
    if country is None or len(words) < 2 or country == "VNM" or any(w.isupper() for w in words):
        return name
    if country in _FAMILY_FIRST and len(words) <= 3:
        return words[0]
    for i, word in enumerate(words[1:-1], 1):
        if word.lower() in NAME_PARTICLES:
            return " ".join(words[i:])
    return words[-1]
