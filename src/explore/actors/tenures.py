"""Who is named with an office in a text, and when it was held: the day of an article is inferred from it.

It reads the bare text, before anything is parsed: dates come first in a pipeline, and actors need them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from explore.actors.knowledge import given, knowledge, table
from explore.actors.lexicon import word_list
from explore.actors.linking import titled_kind
from explore.actors.spelling import fold
from explore.dates import grammar
from explore.dates.days import month_days
from explore.dates.publication.tenure import Tenure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.actors.knowledge import Office

# Words for an office that say too little of which one it was, or whose holders are in no table.
_VAGUE = frozenset(
    {
        "lawmaker", "politician", "expert", "minister", "deputy_minister", "chief", "counterpart",
        "ambassador", "spokesperson", "leader", "chief_of_staff", "speaker",
    }
)  # fmt: skip
# Whose holders are as well known for what they were before and after.
_PASSING = frozenset({"un_ambassador"})
_KINDS = {
    "president": frozenset({"head_of_state", "head_of_government", "organisation_head"}),
    "pope": frozenset({"king"}),
    "secretary_of_state": frozenset({"foreign_minister"}),
    "secretary_general": frozenset({"organisation_head"}),
    "administration": frozenset({"head_of_state", "head_of_government"}),
}
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_SMALL = r"(?:al|el|bin|von|van|der|de|da|dos)(?=[\s-])"
_INITIALS = r"(?:[A-ZÀ-Þ]\.){1,3}"
_NAME = (
    rf"(?:{_INITIALS}\s?){{0,2}}(?:{_SMALL}[\s-])?{_CAPITAL}"
    rf"(?:[\s-](?:{_INITIALS}|{_SMALL}|{_CAPITAL})){{0,3}}"
)
_FORMER = (
    r"(?P<former>\b(?:[Ff]ormer|[Ee]x|[Ll]ate|[Tt]hen|[Oo]utgoing|[Pp]revious|[Oo]usted|[Dd]eposed|[Tt]oppled)"
    r"[\s-](?:\w{1,20}\s){0,2}?)?"
)
_FULL_NAME = re.compile(
    rf"\b{_CAPITAL}(?:\s[A-ZÀ-Þ]\.)?(?:[\s-](?:al|bin|von|van|der|de|da)(?=[\s-]))?\s{_CAPITAL}(?:\s{_CAPITAL})?"
)
_ADMINISTRATION = re.compile(rf"\b(?P<name>{_CAPITAL})\s(?:administration|government)\b")
_YEARS = 4  # of a term whose beginning is not known
# "Sun" and "Sat" are names, too.
_WEEKDAYS = {day for day in grammar.words("weekday") if day.endswith("day")}
_DAYS_AND_MONTHS = _WEEKDAYS | grammar.words("month").keys()
Terms = tuple[tuple[date, date | None], ...]
_POSSESSIVE = re.compile(r"[’']s$")


def tenures(text: str) -> tuple[Tenure, ...]:
    """Return the holders of offices that a text names with their office, each once, in the order of the text.

    >>> [
    ...     one.terms[0][0].year
    ...     for one in tenures("Chinese President Hu Jintao met former President Bill Clinton.")
    ... ]
    [2003, 1993]
    """
    found: dict[tuple[object, ...], Tenure] = {}
    for match in _titled().finditer(text):
        kind = _title_kinds()[" ".join(match["title"].lower().split())]
        if held := _held(match["name"], _KINDS.get(kind, frozenset({kind})), match["title"]):
            words, terms = held
            former = match["former"] is not None
            said = text[match.start("title") : match.start("name")] + words
            found.setdefault((terms, former), Tenure(" ".join(said.split()), terms, former=former))
    gone = {one.text.rpartition(" ")[2] for one in found.values() if one.former}
    for match in _ADMINISTRATION.finditer(text):
        if match["name"] not in gone and (held := _held(match["name"], _KINDS["administration"])):
            found.setdefault((held[1], False), Tenure(" ".join(match.group().split()), held[1]))
    titled = " ".join(one.text for one in found.values())
    for match in _FULL_NAME.finditer(text):
        name = _POSSESSIVE.sub("", " ".join(match.group().split()))
        if (known := _terms(name)) and name not in titled and name.rpartition(" ")[2] not in gone:
            terms, offices = known
            found.setdefault((terms, None), Tenure(name, terms, offices, titled=False))
    return tuple(found.values())


@lru_cache(maxsize=4_096)
def _terms(name: str) -> tuple[Terms, tuple[str, ...]] | None:
    """Return all terms of the one person who bears a full name, and their offices; None where several do."""
    people = knowledge().by_name.get(fold(name), ())
    if len(people) != 1:
        return None
    offices = knowledge().held.get(people[0], ())
    held = {
        term: office.office
        for office in offices
        for term in _term(office, frozenset({office.kind}) - _PASSING)
    }
    terms = tuple(sorted(held, key=lambda term: term[0]))
    return (terms, tuple(held[term] for term in terms)) if terms else None


@lru_cache(maxsize=1)
def _title_kinds() -> dict[str, str]:
    """Return the kind of office that each title means, the vague ones left out."""
    return {
        word: kind for kind, words in table("titles.csv") if kind not in _VAGUE for word in words.split(";")
    }


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    by_letter: dict[str, list[str]] = defaultdict(list)  # so that most words are told by one letter
    for word in sorted((word for word in _title_kinds() if len(word) > 2), key=len, reverse=True):
        by_letter[word[0].lower()].append(re.escape(word[1:]).replace(r"\ ", r"\s"))
    title = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    # "Prime Minister Sir Julius Chan"
    honorific = "|".join(
        word.capitalize() for sex in ("man", "woman") for word in word_list(f"honorific of a {sex}")
    )
    return re.compile(rf"{_FORMER}\b(?P<title>(?i:{title}))\s(?:(?:{honorific})\.?\s)?(?P<name>{_NAME})")


def _held(name: str, kinds: frozenset[str], title: str = "") -> tuple[str, Terms] | None:
    """Return the part of a name that the tables know, and all terms of such an office it may mean."""
    known = knowledge()
    words = name.split()
    for count in range(len(words), 0, -1):
        part = _POSSESSIVE.sub("", " ".join(words[:count]))
        # "Pope Benedict XVI" is known with the title.
        if title and (entitled := known.by_name.get(fold(f"{title} {part}"))):
            people = entitled
        elif count > 1:
            people = known.by_name.get(fold(part)) or known.by_short.get(fold(part)) or _by_ends(part)
        elif len(words) == 1 or part != words[0] or words[1].lower() in _DAYS_AND_MONTHS:
            people = known.by_short.get(fold(part), ())
        else:
            # "Prime Minister Ali Mohamed Gedi" names no Ali.
            return None
        terms = {
            term for key in people for office in known.held.get(key, ()) for term in _term(office, kinds)
        }
        if terms:
            return part, tuple(sorted(terms, key=lambda term: term[0]))
    return None


def _by_ends(name: str) -> tuple[str, ...]:
    """Return whom a name with an initial or middle name more or less can mean: "George Bush"."""
    known, words = knowledge(), fold(name).split()
    named = known.by_short.get(words[-1], ()) if len(words) > 1 else ()
    return tuple(key for key in named if given(fold(known.people[key].name).split()[0]) == given(words[0]))


def _term(office: Office, kinds: frozenset[str]) -> Iterator[tuple[date, date | None]]:
    if not kinds & {office.kind, titled_kind(office)} or not (office.start or office.end):
        return
    end = _edge(office.end, last=True) if office.end else None
    if office.start:
        yield _edge(office.start), end
    elif end:
        yield date(end.year - _YEARS, 1, 1), end


def _edge(day: str, last: bool = False) -> date:
    """Return the first or the last day of what an ISO string of a day, a month or a year means."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) > 2:
        return date(*parts[:3])
    months = (parts[1], parts[1]) if len(parts) > 1 else (1, 12)
    return month_days(parts[0], *months)[1 if last else 0]
