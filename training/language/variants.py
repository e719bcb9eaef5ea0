"""The same sentence as other newspapers would set it: curly marks, dashes, capitals, lower case, titles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from training.language.sentence import Sentence

_CURLY = {"``": "“", "''": "”"}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "„": '"', "`": "'"})
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "as",
        "vs",
    ]
)


def curly(sentence: Sentence) -> Sentence:
    """Return a sentence with curly quotation marks and apostrophes, an em dash and one-character dots."""
    opened = False
    words = []
    for i, word in enumerate(sentence.words):
        tag = sentence.tags[i] if sentence.tags else ""
        if word in {'"', "``", "''", "“", "”"} and word != "'":
            mark = _CURLY.get(tag) or ("”" if opened else "“")
            opened = mark == "“"
            words.append(mark)
        elif word == "'" and tag == "``":
            words.append("‘")
        elif "'" in word:
            words.append(word.replace("'", "’"))
        elif word == "--":
            words.append("—")
        elif word == "...":
            words.append("…")
        else:
            words.append(word)
    return replace(sentence, words=tuple(words))


def straight(sentence: Sentence) -> Sentence:
    """Return a sentence with straight marks."""
    words = ('"' if w in {"``", "''"} else w.translate(_STRAIGHT) for w in sentence.words)
    return replace(sentence, words=tuple(words))


def upper(sentence: Sentence) -> Sentence:
    """Return a sentence in capitals."""
    return replace(sentence, words=tuple(w.upper() for w in sentence.words))


def lower(sentence: Sentence) -> Sentence:
    """Return a sentence in small letters."""
    return replace(sentence, words=tuple(w.lower() for w in sentence.words))


def title(sentence: Sentence) -> Sentence:
    """Return a sentence in the capitals of a headline."""
    words = (
        w if i and w.lower() in _SMALL else w[:1].upper() + w[1:] if w[:1].isalpha() else w
        for i, w in enumerate(sentence.words)
    )
    return replace(sentence, words=tuple(words))


def unstopped(sentence: Sentence) -> Sentence:
    """Return a sentence without its final stop, as a headline has it; itself where words hang on the stop."""
    last = len(sentence.words) - 1
    heads = sentence.heads or ()
    if last < 2 or sentence.words[-1] != "." or any(head == last for head in heads):
        return sentence

    def cut(layer: tuple[str, ...] | None) -> tuple[str, ...] | None:
        return layer[:-1] if layer else layer

    return replace(
        sentence,
        words=sentence.words[:-1],
        spaces=(*sentence.spaces[:-2], True),
        tags=cut(sentence.tags),
        pos=cut(sentence.pos),
        feats=cut(sentence.feats),
        deps=cut(sentence.deps),
        lemmas=cut(sentence.lemmas),
        heads=sentence.heads[:-1] if sentence.heads else None,
        names=tuple(n for n in sentence.names if n[1] <= last) if sentence.names is not None else None,
    )


def vary(sentences: list[Sentence], rng: Random) -> list[Sentence]:
    """Return the sentences of one piece of text set in one way, drawn at random.

    About 43 % curly, 25 % straight, 24 % as they are; the rest in small letters, capitals or as a headline. A
    first sentence may become a headline: no stop, its words capitalised, or all capitals.
    """
    draw = rng.random()
    if draw < 0.43:
        sentences = [curly(s) for s in sentences]
    elif draw < 0.68:
        sentences = [straight(s) for s in sentences]
    elif draw < 0.71:
        sentences = [lower(s) for s in sentences]
    elif draw < 0.73:
        sentences = [upper(s) for s in sentences]
    elif draw < 0.76:
        sentences = [title(unstopped(s)) for s in sentences[:1]]
    if len(sentences) > 1 and len(sentences[0].words) < 16 and rng.random() < 0.3:
        sentences = [rng.choice((unstopped, _headline, _capitals, _quiet))(sentences[0]), *sentences[1:]]
    return sentences


def _headline(sentence: Sentence) -> Sentence:
    return title(unstopped(sentence))


def _capitals(sentence: Sentence) -> Sentence:
    return upper(unstopped(sentence))


def _quiet(sentence: Sentence) -> Sentence:
    return unstopped(sentence)
