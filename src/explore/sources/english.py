"""Is a text English? If not, the name of its language, from its script and its grammatical words."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files

_SAMPLE = 50_000
# English news has about 35 grammatical words in a hundred; a table of names or results still has some.
_LEAST_ENGLISH, _LEAST_PLAIN = 0.02, 0.5
_LEAST_TOLD = 200
# A word as prose has it, with its marks: "Bay", "points.", "(Davis".
_PLAIN = re.compile(r"[(\"“‘'\[]{0,2}[^\W\d_]?[a-zà-ÿ’'-]{1,20}[.,;:!?)\"”’'\]]{0,3}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Letters of a script, and the language to name where the script alone decides.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("Japanese", "\u3040-\u30ff"),
    ("Korean", "\u1100-\u11ff\uac00-\ud7af"),
    ("Chinese", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"),
    ("Russian", "\u0400-\u052f"),
    ("Arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("Hebrew", "\u0590-\u05ff"),
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Hindi", "\u0900-\u097f"),
    ("Bengali", "\u0980-\u09ff"),
    ("Tamil", "\u0b80-\u0bff"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Georgian", "\u10a0-\u10ff"),
    ("Armenian", "\u0530-\u058f"),
    ("Amharic", "\u1200-\u137f"),
    ("Khmer", "\u1780-\u17ff"),
    ("Burmese", "\u1000-\u109f"),
)
_LETTERS = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Letters that only one of the languages of a script has: (script's default, letters, language, share).
_TELLING: tuple[tuple[str, str, str, float], ...] = (
    ("Russian", "[іїєґ]", "Ukrainian", 0.02),
    ("Russian", "[ўЎ]", "Belarusian", 0.005),
    ("Russian", "[ђћљњџ]", "Serbian", 0.005),
    ("Russian", "ъ", "Bulgarian", 0.008),
    ("Arabic", "[ٹڈڑے]", "Urdu", 0.01),
    ("Arabic", "[پچژگ]", "Persian", 0.005),
)


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = json.loads(files("explore.sources").joinpath("function_words.json").read_text("utf-8"))
    lists = {name: frozenset(words.split()) for name, words in table.items() if name[0] != "_"}
    # What is English, or a single letter, tells nothing against English.
    shared = lists["English"] | set("aeioukvzw")
    return {name: words if name == "English" else words - shared for name, words in lists.items()}


def other_language(text: str) -> str | None:
    """Return the name of a text's language if it is not English; None if it is, or cannot be told.

    Foreign names do not make a text foreign: only grammatical words count, and a text in Latin letters
    is refused only when another language's clearly outnumber the English ones.

    >>> other_language(
    ...     "Le ministre des Affaires étrangères est arrivé à Pékin pour une visite de deux jours."
    ... )
    'French'
    >>> other_language("Xi Jinping met Nguyễn Phú Trọng in Hà Nội.") is None
    True
    """
    sample = _spread(text)
    return _by_script(sample) or _by_words(sample)


def is_gibberish(text: str) -> bool:
    """Say whether a text of some length has hardly a grammatical word of English and few plain words.

    >>> is_gibberish("INFO server7 200 " * 20), is_gibberish("Palm Bay (1-0): Tolivert 25 points. " * 20)
    (True, False)
    """
    if len(text) < _LEAST_TOLD:
        return False
    sample, english = _spread(text), _lists()["English"]
    words = [w.lower().replace("’", "'") for w in _WORD.findall(sample)]
    if words and sum(word in english for word in words) >= _LEAST_ENGLISH * len(words):
        return False
    pieces = sample.split()
    return sum(_PLAIN.fullmatch(piece) is not None for piece in pieces) < _LEAST_PLAIN * len(pieces)


def _spread(text: str) -> str:
    """Return the beginning, middle and end of a long text."""
    if len(text) <= _SAMPLE:
        return text
    part = _SAMPLE // 3
    middle = len(text) // 2
    return " ".join((text[:part], text[middle : middle + part], text[-part:]))


def _by_script(text: str) -> str | None:
    latin = len(_LATIN.findall(text))
    counts = {name: len(letters.findall(text)) for name, letters in _LETTERS.items()}
    # A sign of Chinese, Japanese or Korean says as much as three letters.
    dense = {"Chinese", "Japanese", "Korean"}
    weighed = {name: count * (3 if name in dense else 1) for name, count in counts.items()}
    foreign = sum(weighed.values())
    if foreign < 10 or foreign <= latin:
        return None
    if counts["Japanese"] > 0.05 * (counts["Japanese"] + counts["Chinese"]) and counts["Japanese"] > 3:
        return "Japanese"
    name = max(weighed, key=lambda n: weighed[n])
    for default, letters, language, share in _TELLING:
        if name == default and len(re.findall(letters, text)) > share * counts[name]:
            return language
    return name


def _by_words(text: str) -> str | None:
    words = Counter(w.lower().replace("’", "'") for w in _WORD.findall(text))
    total = sum(words.values())
    hits = {name: sum(words[w] for w in listed) for name, listed in _lists().items()}
    english = hits.pop("English")
    best = max(hits, key=lambda n: hits[n])
    # English news has about 35 grammatical words in a hundred, another language less than 8.
    if hits[best] >= 4 and hits[best] > 0.12 * total and hits[best] > 1.5 * english:
        return best
    return None
