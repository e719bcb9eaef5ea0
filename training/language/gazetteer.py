"""Countries, their people and dates by name: what turns the labels of each source into one scheme.

The countries are the package's own table (`explore/actors/knowledge/countries.csv`).
"""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path

KNOWLEDGE = Path(__file__).parents[2] / "src/explore/actors/knowledge"

_WORDS = {
    name: frozenset(words)
    for name, words in tomllib.loads(
        (Path(__file__).parent / "gazetteer.toml").read_text(encoding="utf-8")
    ).items()
}
_ROWS = list(csv.DictReader((KNOWLEDGE / "countries.csv").read_text(encoding="utf-8").splitlines()))


def _all(column: str) -> frozenset[str]:
    return frozenset(part.strip() for row in _ROWS for part in row[column].split(";") if part.strip())


COUNTRIES = _all("names") | _all("name")
CAPITALS = _all("cities")
GPE = COUNTRIES | CAPITALS
_BODIES = list(
    csv.DictReader(
        line
        for line in (KNOWLEDGE / "organisations.csv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
)
ORGANISATIONS = frozenset(
    name.strip()
    for row in _BODIES
    for name in [row["name"], *row["aliases"].split(";")]
    if len(name.strip()) > 1
)
# Peoples, faiths and parties' followers: what OntoNotes calls NORP.
NORP = frozenset(n for n in _all("adjectives") - COUNTRIES if " of " not in n) | _WORDS["peoples"]

LOC_WORDS = _WORDS["land_and_water"]
FAC_WORDS = _WORDS["buildings"]
REGIONS = _WORDS["regions"]
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?"
)
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun"
DATE_LIKE = re.compile(
    rf"{_MONTHS}|{_DAYS}|1[0-9]{{3}}s?|20[0-9]{{2}}s?|[’']?[0-9]0s|[0-9]{{1,2}}(?:st|nd|rd|th)|"
    r"[Tt]oday|[Yy]esterday|[Tt]omorrow|[Yy]ears?|[Mm]onths?|[Ww]eeks?|[Dd]ays?|[Dd]ecades?|[Cc]entury|[Cc]enturies"
)
NAMED_DATE = re.compile(
    rf"(?:{_MONTHS}|{_DAYS}|1[0-9]{{3}}s?|20[0-9]{{2}}s?|[Tt]oday|[Yy]esterday|[Tt]omorrow)"
)
TITLES = _WORDS["titles"]

# Titles that a person's name follows at once.
PERSON_TITLES = _WORDS["titles_before_a_name"]


def place_label(words: list[str]) -> str:
    """Return GPE, LOC or FAC for the name of a place.

    >>> place_label(["Red", "Sea"]), place_label(["France"]), place_label(["Friendship", "Bridge"])
    ('LOC', 'GPE', 'FAC')
    """
    name = " ".join(words)
    bare = name.removeprefix("the ").removeprefix("The ")
    if bare in GPE or bare in {"West Bank", "Gaza Strip", "Gaza", "Vatican"}:
        return "GPE"
    if bare in REGIONS or words[-1] in LOC_WORDS or words[0] in {"Lake", "Mount", "Cape", "Gulf", "River"}:
        return "LOC"
    if len(words) > 1 and words[-1] in FAC_WORDS:
        return "FAC"
    return "GPE"


def gum_label(kind: str, words: list[str], rest: str) -> str:
    """Return our label for an entity type of GUM, or "" where it has none."""
    if not words:
        return ""
    name = " ".join(words)
    if kind == "person":
        return "NORP" if name in NORP else "PERSON"
    if kind == "place":
        return place_label(words)
    if kind == "organization":
        return "GPE" if name in GPE else "ORG"
    if kind == "event":
        return "EVENT"
    if kind == "time" and any(NAMED_DATE.fullmatch(word) for word in words) and len(words) < 8:
        return "DATE"
    return ""
