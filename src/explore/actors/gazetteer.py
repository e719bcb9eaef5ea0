"""The words of the tables, found in a text in one pass: countries, bodies, offices, noun phrases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from explore.actors.knowledge import countries, table
from explore.actors.lexicon import word_list
from explore.actors.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokenizer import Tokenizer

    from explore.actors.words import Words


class Term(NamedTuple):
    """An entry: what the words are, the name we use for it, and what belongs to it.

    `kind` is country, adjective, capital, city, region, institution, organisation, title, ministry, noun or
    honorific. `office` is the kind of office of a title, ministry or institution, what a noun stands for, or
    the sort of an organisation. `shared` words are a body's of more than one country ("Senate").
    """

    kind: str
    name: str
    country: str | None = None
    office: str | None = None
    number: int = 1
    qid: str | None = None
    shared: bool = False


GEOGRAPHIC = frozenset({"country", "adjective", "capital", "city", "region"})
BODIES = frozenset({"institution", "organisation"})
CAPITALISED = GEOGRAPHIC | BODIES
_HONORIFICS = {"m": "honorific of a man", "f": "honorific of a woman", "": "honorific"}


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at tokens, end exclusive."""

    start: int
    end: int
    term: Term


class Gazetteer:
    """All entries by their first word, the longest first.

    Parameters
    ----------
    tokenizer : spacy.tokenizer.Tokenizer
        Splits the entries as it splits the texts.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._entries: dict[str, list[tuple[tuple[str, ...], str | None, Term]]] = {}
        for words, term in _entries():
            # Only what is not plain words needs the tokenizer, which is slow.
            plain_words = words.replace(" ", "").isalpha()
            tokens = words.split() if plain_words else [token.text for token in tokenizer(words)]
            first, *rest = (plain_token(token) for token in tokens)
            exact = words if term.kind in CAPITALISED and _is_abbreviation(words) else None
            self._entries.setdefault(first, []).append((tuple(rest), exact, term))
        for found in self._entries.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def scan(self, words: Words) -> list[Hit]:
        """Return the entries found, none overlapping, the longest at each place."""
        hits: list[Hit] = []
        entries, low = self._entries, words.low
        i, last = 0, len(low)
        while i < last:
            found = entries.get(low[i])
            hit = self._longest(words, i, found) if found else None
            if hit is None:
                i += 1
            else:
                hits.append(_paper(words, hit))
                i = hits[-1].end
        return hits

    @staticmethod
    def _longest(words: Words, i: int, found: list[tuple[tuple[str, ...], str | None, Term]]) -> Hit | None:
        low = words.low
        for rest, exact, term in found:
            end = i + 1 + len(rest)
            if rest and tuple(low[i + 1 : end]) != rest:
                continue
            if exact is not None and words.text[i] != exact:
                continue
            if term.kind in CAPITALISED and not (words.capital[i] or words.text[i][0].isdigit()):
                continue
            return Hit(i, end, term)
        return None


def _paper(words: Words, hit: Hit) -> Hit:
    """Return a paper that is called after a country and the day: "told India Today"."""
    end = hit.end
    if hit.term.kind != "country" or words.low[end : end + 1] != ["today"] or not words.capital[end]:
        return hit
    if words.sentence[end] in words.shouted:
        return hit
    name = f"{' '.join(words.text[hit.start : end])} Today"
    return Hit(hit.start, end + 1, Term("organisation", name, office="organisation"))


def plain_token(text: str) -> str:
    """Return a token as entries are compared: lower case, one apostrophe, no accents, no stops in "U.S."."""
    low = text.lower().replace("’", "'")
    return (low if low.isascii() else plain(low)).rstrip(".") or low


def _is_abbreviation(words: str) -> bool:
    return words.replace(".", "").isupper() and len(words) <= 5


def _entries() -> Iterator[tuple[str, Term]]:
    yield from _country_entries()
    yield from _body_entries()
    yield from _word_entries()


def _body_entries() -> Iterator[tuple[str, Term]]:
    for name, country, kind, aliases in table("regions.csv"):
        for words in _listed(name, aliases):
            yield words, Term(kind, name, country or None)
    for name, country, office, aliases, shared in table("institutions.csv"):
        for words in _listed(name, aliases):
            yield words.removeprefix("the "), Term("institution", name, country or None, office)
        for words in _listed("", shared):
            yield words, Term("institution", name, country, office, shared=True)
    for name, qid, sort, _, aliases in table("organisations.csv"):
        for words in _listed(name, aliases):
            yield words, Term("organisation", name, None, sort, qid=qid or None)


def _word_entries() -> Iterator[tuple[str, Term]]:
    for kind, words in titles():
        yield words, Term("title", words, office=kind)
        plural = words.replace(" of ", "s of ", 1) if " of " in words else f"{words}s"
        yield (
            plural.replace("mans", "men").replace("womans", "women"),
            Term("title", words, office=kind, number=2),
        )
    for office, name, aliases in table("ministries.csv"):
        for words in _listed("", aliases):
            yield words, Term("ministry", name, office=office or None)
    for stands_for, number, aliases in table("nouns.csv"):
        for words in _listed("", aliases):
            yield words, Term("noun", words, office=stands_for, number=int(number))
    for gender, name in _HONORIFICS.items():
        for word in sorted(word_list(name)):
            yield word, Term("honorific", word, office=gender)


def _country_entries() -> Iterator[tuple[str, Term]]:
    seats = {(alpha3, city) for alpha3, city in table("seats.csv")}
    for country in countries().values():
        for words in country.names:
            yield words, Term("country", country.name, country.alpha3, qid=country.qid)
        for words in country.adjectives:
            yield words, Term("adjective", country.name, country.alpha3, qid=country.qid)
        for words in country.cities:
            own = (country.alpha3, words) in seats
            yield words, Term("capital", words if own else country.cities[0], country.alpha3)


def _listed(name: str, aliases: str) -> list[str]:
    return [words for words in (name, *aliases.split(";")) if words]


@lru_cache(maxsize=1)
def titles() -> tuple[tuple[str, str], ...]:
    """Return every (kind of office, words for it)."""
    return tuple((kind, words) for kind, listed in table("titles.csv") for words in listed.split(";"))


def office_kind(words: str) -> str:
    """Return the kind of office that words mean; the words themselves where they are no title we know.

    >>> office_kind("Foreign Minister"), office_kind("top diplomat"), office_kind("head_of_state")
    ('foreign_minister', 'foreign_minister', 'head_of_state')
    """
    return _kinds().get(plain(words).replace("-", " ").strip(), words)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {plain(title).replace("-", " "): kind for kind, title in reversed(titles())}
