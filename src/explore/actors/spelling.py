"""One spelling for the many a name has: accents, hyphens and transliterations folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from explore.actors.lexicon import KNOWLEDGE, word_list

# Small words inside a family name: von der Leyen, bin Salman.
PARTICLES = word_list("inside a family name")

_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)
_DROP = re.compile(r"['’‘ʼ`´.]")
_WORD = re.compile(r"[^\W_]+")
# Russian, Ukrainian and Arabic names are written in several ways; either side of a comparison goes through
# this.
_FOLDS = [
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?:skyy|skiy|skij|skyi|skii|sky|ski)$", "ski"),
        (r"(?:iy|yi|ij|yy|ii|y)$", "i"),
        (r"ey$", "ei"),
        (r"^ye|^je", "e"),
        (r"(?<=[aeiou])y(?=[aeiou])|j(?=[aou])", "i"),
        (r"(?<=[^aeiou])[jy](?=[aou])", "i"),
        (r"(?<=[aeou])y(?=[^aeiou])", "i"),
        (r"ou", "u"),
        (r"kh|gh", "h"),
        (r"ks", "x"),
        (r"w", "v"),
        (r"([a-z])\1", r"\1"),
    )
]


def plain(text: str) -> str:
    """Return a text in lower case without accents, apostrophes and stops.

    >>> plain("Micheál O’Neill Jr."), plain("Recep Tayyip Erdoğan")
    ('micheal oneill jr', 'recep tayyip erdogan')
    """
    low = _DROP.sub("", text).lower()
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low.translate(_PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))


def words(name: str) -> list[str]:
    """Return the words of a name, plain, hyphens split.

    >>> words("Kim Jong-un")
    ['kim', 'jong', 'un']
    """
    return _WORD.findall(plain(name))


@lru_cache(maxsize=20000)
def fold_word(word: str) -> str:
    """Return one plain word with its transliteration folded."""
    for pattern, spelling in _FOLDS:
        word = pattern.sub(spelling, word)
    return word


@lru_cache(maxsize=20000)
def fold(name: str) -> str:
    """Return the key that all spellings of a name share.

    >>> fold("Volodymyr Zelenskyy") == fold("Volodymyr Zelensky") == fold("Volodymyr Zelenskiy")
    True
    >>> fold("Sergey Lavrov") == fold("Sergei Lavrov"), fold("Wang Yi") == fold("Wang Yu")
    (True, False)
    """
    return " ".join(fold_word(word) for word in words(name))


@lru_cache(maxsize=1)
def family_names() -> frozenset[str]:
    """Return the family names that stand before the given name."""
    lines = (KNOWLEDGE / "family_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
