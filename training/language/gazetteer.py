"""Countries, their people and dates by name: what turns the labels of each source into one scheme.

The countries are the package's own table (`explore/actors/knowledge/countries.csv`).
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

KNOWLEDGE = Path(__file__).parents[2] / "src/explore/actors/knowledge"

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
NORP = (frozenset(name for name in _all("adjectives") - COUNTRIES if " of " not in name)) | frozenset(
    [
        "Arab",
        "Arabs",
        "Kurd",
        "Kurds",
        "Kurdish",
        "Sunni",
        "Sunnis",
        "Shiite",
        "Shiites",
        "Shia",
        "Shi'ite",
        "Shi'ites",
        "Muslim",
        "Muslims",
        "Islamic",
        "Islamist",
        "Islamists",
        "Christian",
        "Christians",
        "Catholic",
        "Catholics",
        "Protestant",
        "Protestants",
        "Orthodox",
        "Jewish",
        "Jew",
        "Jews",
        "Hindu",
        "Hindus",
        "Buddhist",
        "Buddhists",
        "Sikh",
        "Sikhs",
        "Republican",
        "Republicans",
        "Democrat",
        "Democrats",
        "Democratic",
        "Conservative",
        "Conservatives",
        "Labour",
        "Communist",
        "Communists",
        "Socialist",
        "Socialists",
        "Liberal",
        "Liberals",
        "European",
        "Europeans",
        "African",
        "Africans",
        "Asian",
        "Asians",
        "Western",
        "Westerners",
        "Soviet",
        "Ottoman",
        "Roman",
        "Romans",
        "Byzantine",
        "Latin",
        "Hispanic",
        "Tamil",
        "Tamils",
        "Pashtun",
        "Pashtuns",
        "Hutu",
        "Hutus",
        "Tutsi",
        "Tutsis",
        "Chechen",
        "Chechens",
        "Uighur",
        "Uighurs",
        "Uyghur",
        "Uyghurs",
        "Rohingya",
        "Tibetan",
        "Tibetans",
        "Basque",
        "Basques",
        "Catalan",
        "Catalans",
        "Scottish",
        "Scots",
        "Welsh",
        "English",
        "Hutu",
        "Maronite",
        "Druze",
        "Alawite",
        "Alawites",
        "Yazidi",
        "Yazidis",
        "Zionist",
        "Marxist",
        "Maoist",
        "Maoists",
        "Taleban",
        "Palestinian",
        "Palestinians",
        "Israeli",
        "Israelis",
    ]
) - {"Labour", "Taleban", "Georgia"}

LOC_WORDS = frozenset(
    [
        "Sea",
        "Ocean",
        "River",
        "Lake",
        "Gulf",
        "Strait",
        "Straits",
        "Mountain",
        "Mountains",
        "Mount",
        "Valley",
        "Desert",
        "Island",
        "Islands",
        "Peninsula",
        "Bay",
        "Cape",
        "Coast",
        "Africa",
        "Asia",
        "Europe",
        "East",
        "West",
        "America",
        "Antarctica",
        "Arctic",
        "Pacific",
        "Atlantic",
        "Mediterranean",
        "Caribbean",
        "Balkans",
        "Sahara",
        "Sahel",
        "Caucasus",
        "Region",
        "region",
        "Delta",
        "Basin",
        "Canal",
        "Hills",
        "Heights",
        "Strip",
        "Bank",
        "Horn",
        "Hemisphere",
        "Eurasia",
        "Pacific",
    ]
)
FAC_WORDS = frozenset(
    [
        "Airport",
        "airport",
        "Bridge",
        "bridge",
        "Palace",
        "palace",
        "House",
        "Hall",
        "Square",
        "square",
        "Stadium",
        "stadium",
        "Building",
        "building",
        "Hospital",
        "hospital",
        "Prison",
        "prison",
        "Base",
        "base",
        "Street",
        "Avenue",
        "Road",
        "Station",
        "station",
        "Mosque",
        "mosque",
        "Church",
        "Cathedral",
        "Temple",
        "Tower",
        "Center",
        "Centre",
        "Museum",
        "Plaza",
        "Highway",
        "Hotel",
        "Port",
        "Dam",
        "Pipeline",
        "Checkpoint",
        "Crossing",
        "Camp",
        "Park",
        "Theatre",
        "Theater",
        "Gate",
    ]
)
REGIONS = frozenset(
    (
        "Africa;Asia;Europe;Middle East;Latin America;South America;North America;Central America;"
        "Southeast Asia;Central Asia;South Asia;East Asia;West Africa;East Africa;North Africa;"
        "Eurasia;Balkans;Caucasus;Caribbean;Mediterranean;Persian Gulf;Horn of Africa;Sahel;"
        "Eastern Europe;Western Europe;Asia-Pacific;Asia Pacific;Indo-Pacific;West;East;Pacific;"
        "Atlantic;Arctic;Antarctica;Himalayas;Sahara;Central Europe;Scandinavia;Far East"
    ).split(";")  # noqa: SIM905
)
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
TITLES = frozenset(
    [
        "Mr",
        "Mr.",
        "Mrs",
        "Mrs.",
        "Ms",
        "Ms.",
        "Dr",
        "Dr.",
        "Prof",
        "Prof.",
        "Professor",
        "President",
        "Vice",
        "Vice-President",
        "Prime",
        "Minister",
        "Premier",
        "Chancellor",
        "Secretary",
        "Foreign",
        "Defense",
        "Defence",
        "Finance",
        "Interior",
        "General",
        "Lieutenant",
        "Colonel",
        "Major",
        "Captain",
        "Sergeant",
        "Admiral",
        "Gen.",
        "Lt.",
        "Col.",
        "Maj.",
        "Capt.",
        "Sgt.",
        "Senator",
        "Sen.",
        "Representative",
        "Rep.",
        "Congressman",
        "Congresswoman",
        "Governor",
        "Gov.",
        "Mayor",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Crown",
        "Emir",
        "Sheikh",
        "Pope",
        "Cardinal",
        "Archbishop",
        "Bishop",
        "Rev.",
        "Reverend",
        "Ayatollah",
        "Imam",
        "Ambassador",
        "Envoy",
        "Spokesman",
        "Spokeswoman",
        "Spokesperson",
        "Judge",
        "Justice",
        "Chief",
        "Chairman",
        "Chairwoman",
        "Director",
        "Deputy",
        "Commander",
        "Sir",
        "Lord",
        "Lady",
        "Attorney",
        "Treasury",
        "State",
        "Speaker",
        "Undersecretary",
        "Assistant",
        "Director-General",
        "Secretary-General",
        "Former",
        "former",
        "Opposition",
        "opposition",
    ]
)

# Titles that a person's name follows at once.
PERSON_TITLES = frozenset(
    [
        "Mr.",
        "Mrs.",
        "Ms.",
        "Mr",
        "Mrs",
        "Ms",
        "Dr.",
        "Dr",
        "President",
        "Premier",
        "Chancellor",
        "Minister",
        "Secretary-General",
        "Spokesman",
        "Spokeswoman",
        "spokesman",
        "spokeswoman",
        "General",
        "Colonel",
        "Major",
        "Captain",
        "Senator",
        "Governor",
        "Mayor",
        "King",
        "Queen",
        "Prince",
        "Sheikh",
        "Judge",
        "Ambassador",
        "Ayatollah",
        "lawmaker",
        "leader",
    ]
)


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
