"""Lemmas by rule: exceptions, then endings checked against a word list; no lemma is invented.

The lists are WordNet's as spaCy keeps them (`spacy-lookups-data`, MIT; WordNet licence); our own exceptions
for auxiliaries, pronouns and clitics stand in `lemma_exceptions.csv`, after the UD guidelines for English.
A trained lemmatizer was tried: it is as exact and makes words that do not exist ("planned": "plann").
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VOWEL = "aeiou"
# Stems that lost an e ("weaponiz", "sanctif" did not), and those that look so and did not.
_SILENT = ("c", "v", "u", "z", "at", "dg", "rg", "ns", "rs", "ys", "bl", "pl", "gl", "tl", "dl")
_SOUNDED = ("eat", "oat", "zz")
# Short for two verbs each: is or has, would or had.
_OPEN = frozenset({"'s", "'d"})
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?s?")
# The part of speech under which a tag's words are listed.
_LISTED = {"VBD": "verb", "VBN": "verb", "VBG": "verb", "VBZ": "verb", "NNS": "noun", "NNPS": "noun"} | {
    "JJR": "adj",
    "JJS": "adj",
    "RBR": "adv",
    "RBS": "adv",
}


@Language.factory("explore_lemmatizer", assigns=["token.lemma"], requires=["token.tag", "token.pos"])
def make_lemmatizer(nlp: Language, name: str) -> RuleLemmatizer:
    """Return the component that writes `token.lemma_`."""
    return RuleLemmatizer(nlp.vocab, None, name, mode="rule", overwrite=True)


class RuleLemmatizer(EnglishLemmatizer):
    """spaCy's rule lemmatizer with its tables, led by the Penn tag and kept from inventing."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the lemma of every token."""
        for token in doc:
            key = (token.orth, token.tag, token.pos)
            found = self.cache.get(key)
            if found is None:
                found = self.lemma(token)
                if token.lower_.replace("’", "'") not in _OPEN:
                    self.cache[key] = found
            token.lemma_ = found
        return doc

    def lemma(self, token: Token) -> str:
        """Return the lemma of one token."""
        word = token.text.replace("’", "'")
        low = word.lower()
        pos, tag = token.pos_, token.tag_
        if token.is_space:
            return token.text
        closed = exceptions().get((pos, low)) or ("she" if (low, tag) == ("her", "PRP") else None)
        if closed is not None:
            return "have" if low in _OPEN and _is_perfect(token) else closed
        if _DIGITS.fullmatch(word):
            return low.replace(",", "")
        if pos == "PROPN":
            return self._plural(word) if tag == "NNPS" else word
        listed = _LISTED.get(tag)
        if listed is None or pos not in {"NOUN", "VERB", "AUX", "ADJ", "ADV"}:
            return low
        return self._by_ending(low, "noun" if pos == "NOUN" else listed)

    def _plural(self, word: str) -> str:
        """Return the singular of a proper noun, its capitals kept: Democrats, Emirates; not Windows."""
        low = word.lower()
        found = self._by_ending(low, "noun")
        if found == low or not low.startswith(found[:2]):
            return word
        return word[: len(found)] if low.startswith(found) else found.capitalize()

    def _by_ending(self, low: str, listed: str) -> str:
        head, hyphen, last = low.rpartition("-")
        if hyphen and last.isalpha():
            return head + hyphen + self._by_ending(last, listed)
        given = self.lookups.get_table("lemma_exc", {}).get(listed, {}).get(low)
        if given:
            return str(given[0])
        index = self.lookups.get_table("lemma_index", {}).get(listed, {})
        for ending, base in self.lookups.get_table("lemma_rules", {}).get(listed, []):
            form = low.removesuffix(ending) + base
            if ending and low.endswith(ending) and form in index and len(form) > 1:
                return form
        return unlisted(low, listed)


def unlisted(low: str, listed: str) -> str:
    """Return the lemma of a word no list has, by the spelling rules of English; the word itself if unsure.

    >>> [unlisted(word, "verb") for word in ("tweeted", "weaponized", "jabbed", "livestreaming")]
    ['tweet', 'weaponize', 'jab', 'livestream']
    >>> unlisted("oligarchies", "noun"), unlisted("mosques", "noun"), unlisted("Taliban", "noun")
    ('oligarchy', 'mosque', 'Taliban')
    """
    if listed == "noun" or (listed == "verb" and low.endswith("s")):
        if low.endswith("ies") and len(low) > 4:
            return low[:-3] + "y"
        if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
            return low[:-2]
        return (
            low[:-1]
            if low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and len(low) > 2
            else low
        )
    if listed == "verb":
        stem = low.removesuffix("ing") if low.endswith("ing") else low.removesuffix("ed")
        if stem == low or len(stem) < 2 or not any(c in _VOWEL + "y" for c in stem):
            return low
        return _verb(stem)
    return low


def _verb(stem: str) -> str:
    """Return the base of a regular verb from what stands before -ed or -ing."""
    last, before = stem[-1], stem[-2]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if last == before and last not in "lsfzo":
        return stem[:-1]
    if stem.endswith(_SILENT) and not stem.endswith(_SOUNDED):
        return stem + "e"
    return stem


def _is_perfect(token: Token) -> bool:
    """Say whether 's or 'd stands for has or had: before a participle that is not passive."""
    head = token.head
    if token.dep_ == "aux:pass" or token.dep_ == "cop":
        return False
    return head.i > token.i and head.tag_ == "VBN" and token.dep_ == "aux"


@cache
def exceptions() -> dict[tuple[str, str], str]:
    """Return our own exceptions: (UD tag, word in small letters) to lemma."""
    text = files("explore.language").joinpath("lemma_exceptions.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {(row["pos"], row["word"]): row["lemma"] for row in csv.DictReader(lines)}
