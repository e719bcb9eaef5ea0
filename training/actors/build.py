"""Build the tables of people and offices that ship, from the raw tables of actors.

    python -m training.actors.build RAW_FOLDER

The folder holds the raw tables that README.md beside this file lists, with where each comes from. Writes
offices.csv, people.csv, current_holders.csv, first_names.csv, countries.csv and organisations.csv into the
package.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from explore.actors.spelling import PARTICLES, family_names, fold, words

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[1] / "src/explore/actors/knowledge"
# The one table under another licence says so itself.
ATTRIBUTION = (
    "World leaders current, by open-data-archive, "
    "https://github.com/open-data-archive/world-leaders-current, CC BY-SA 4.0, "
    "https://creativecommons.org/licenses/by-sa/4.0/; flattened to one table, spelling of names ours. This "
    "file stays under CC BY-SA 4.0."
)
# The raw tables call the lesser posts "other": the kinds we keep, and the words of the label that tell them.
LESSER = {
    "finance_minister": (
        r"^(federal )?(minister|secretary) (of|for) (the )?(economy and )?(financ|treasury)|exchequer"
    ),
    "interior_minister": (
        r"^(federal )?(minister|secretary).*\b(interior|internal affairs|home affairs|homeland)"
        r"|^home secretary"
    ),
    "vice_president": r"^(first )?vice[- ]president( of \w+)?$",
    "deputy_prime_minister": r"^(first )?deputy (prime minister|chairman of the cabinet)|^vice[- ]premier",
    "energy_minister": r"^(federal )?(minister|secretary) (of|for) (the )?(energy|petroleum|oil)\b",
    "justice_minister": r"^(federal )?(minister|secretary) (of|for) justice$|^attorney[- ]general$",
    "security_adviser": (
        r"(national )?security advis[eo]r$|secretary of the (supreme )?(national )?security council"
    ),
    "security_chief": (
        r"^director of (the cia|national intelligence)|^(chief|head|director).*intelligence service"
    ),
    "foreign_ministry_spokesperson": r"foreign ministry spokes",
    "government_spokesperson": r"spokes",
    "deputy_foreign_minister": (
        r"^(deputy|vice) (minister (of|for) foreign|foreign minister|secretary of state)"
    ),
    "state_councillor": r"^state councill?or$",
    "military_chief": r"chief of (the general |general |joint )?staff$",
    "central_bank_governor": r"^governor of the central bank|^chair of the federal reserve$",
    "un_ambassador": r"^permanent representative to the united nations$",
}
MAIN = {
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister",
    "economy_or_trade_minister", "speaker", "party_leader", "organisation_head",
}  # fmt: skip
# The offices of which data/women.txt names the women.
LEADING = MAIN - {"speaker", "economy_or_trade_minister"} | {
    "eu_foreign_chief", "vice_president", "security_adviser",
}  # fmt: skip
# Until when an open term is known to have gone on: the own compilation stops being dense here.
OWN_KNOWN_TO = "2025-09-30"
# Where the family name stands first; other names there are given in Western order.
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "HKG", "MAC", "SGP"}
# Where a person has two surnames, and news gives the first.
TWO_SURNAMES = {
    "ARG",
    "BOL",
    "CHL",
    "COL",
    "CRI",
    "CUB",
    "DOM",
    "ECU",
    "ESP",
    "GTM",
    "HND",
    "MEX",
    "NIC",
    "PAN",
    "PER",
    "PRY",
    "SLV",
    "URY",
    "VEN",
}
# Names of a country that mean something else too, and organisations' short names that do.
NO_NAMES = {"Islamic Republic", "Emirates", "Nation of Brunei, the Abode of Peace"}
NO_ALIASES = {
    "Brussels", "Commission", "COP", "Davos", "Quad", "PACE", "ECO", "ARF", "MSC", "BIS", "EAC", "EAS", "LAS",
    "NAM", "IDB", "CFE", "AES", "EEF", "BFA", "EEC", "NSS", "SLD", "APT", "PCA", "IMO", "IEA", "INF", "TPP",
    "NAFTA",     "EU leaders", "Middle East", "UN Trade and Development",
}  # fmt: skip
KNOWN_BY_ABBREVIATION = {
    "NATO",
    "G7",
    "G8",
    "G20",
    "BRICS",
    "ASEAN",
    "APEC",
    "OPEC",
    "OPEC+",
    "UNESCO",
    "UNICEF",
    "AUKUS",
    "OSCE",
    "SAARC",
    "UNRWA",
    "UNIFIL",
    "ECOWAS",
    "JCPOA",
}
# Groups of states that speak and act, though the raw table calls them summits.
GROUPS = {
    "G7", "G8", "G20", "APEC", "C5+1", "AUKUS", "European Political Community", "World Economic Forum",
    "Normandy Format", "Supreme Eurasian Economic Council", "Valdai Discussion Club",
}  # fmt: skip
# What the press calls somebody besides the surname.
ALSO_CALLED = {
    "Luiz Inácio Lula da Silva": ["Lula"],
    "Mohammed bin Salman": ["MBS"],
    "Abiy Ahmed": ["Abiy"],
    "Carl XVI Gustaf": ["Carl Gustaf"],
    "Haitham bin Tariq": ["Haitham"],
    "Hamad bin Isa Al Khalifa": ["Hamad"],
    "Luis Lacalle Pou": ["Lacalle Pou", "Lacalle"],
    "Moussa Faki Mahamat": ["Faki"],
    "Salman bin Abdulaziz": ["Salman"],
    "Samia Suluhu Hassan": ["Samia", "Suluhu"],
    "Vladimir Padrino López": ["Padrino López", "Padrino"],
    "Álvaro López Miera": ["López Miera"],
    "Andrés Manuel López Obrador": ["AMLO"],
    "Banharn Silpa-archa": ["Banharn"],
    "Chatichai Choonhavan": ["Chatichai"],
    "Chavalit Yongchaiyudh": ["Chavalit"],
    "Chuan Leekpai": ["Chuan"],
    "Isaias Afwerki": ["Isaias"],
    "Mahathir Mohamad": ["Mahathir"],
    "Megawati Sukarnoputri": ["Megawati"],
    "Meles Zenawi": ["Meles"],
    "Mengistu Haile Mariam": ["Mengistu"],
    "Mobutu Sese Seko": ["Mobutu"],
    "Mohammad Najibullah": ["Najibullah"],
    "Saddam Hussein": ["Saddam"],
    "Salva Kiir": ["Kiir"],
    "Surayud Chulanont": ["Surayud"],
    "Thaksin Shinawatra": ["Thaksin"],
}
NUMERALS = {"jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "viii", "xiv", "xvi"}
# Spellings the English-language press agrees on, where the source has another.
PRESS = [
    (r"^Sergey\b", "Sergei"), (r"^Aleksandr\b", "Alexander"), (r"^Andrey\b", "Andrei"),
    (r"^Dmitriy\b", "Dmitry"), (r"^Yuriy\b", "Yuri"),
    (r"^Volodymyr Zelenskyy$", "Volodymyr Zelensky"), (r"^Kim Jong-un$", "Kim Jong Un"),
    (r"^Sergei Shoygu$", "Sergei Shoigu"), (r" Lukashenka$", " Lukashenko"),
]  # fmt: skip


def main(raw: Path) -> None:
    """Write the tables."""
    terms = read_terms(raw)
    people = read_people(raw, terms)
    last_seen = read_attestations(raw)
    write(
        KNOWLEDGE / "offices.csv",
        "country kind office person start end known_to own",
        (
            (
                t["country"],
                t["kind"],
                t["office"],
                t["key"],
                t["start"],
                t["end"],
                known_to(t, last_seen),
                t["own"],
            )
            for t in terms
        ),
    )
    write(
        KNOWLEDGE / "people.csv", "key name gender short names", sorted(people.values(), key=lambda p: p[1])
    )
    write(KNOWLEDGE / "first_names.csv", "name gender", first_names(raw))
    write(KNOWLEDGE / "countries.csv", "alpha3 qid name adjective names adjectives cities", countries(raw))
    write(KNOWLEDGE / "organisations.csv", "name qid kind leader aliases", organisations(raw))
    current = rows(raw / "current_holders.csv")
    keys = {p[1]: k for k, p in people.items()}
    write(
        KNOWLEDGE / "current_holders.csv",
        "country kind office person name start known_to entity",
        (
            (r["country"], r["office_kind"], r["office"],
             keys.get(press(r["person"]), r["person_qid"]) or r["person"], press(r["person"]),
             r["since"], r["as_of"], r["entity"])
            for r in current
        ),
        note=ATTRIBUTION,
    )  # fmt: skip


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, header: str, lines: object, note: str = "") -> None:
    """Write rows under a header, and under a note where one is given."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {note}\n" if note else "")
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split())
        out.writerows(lines)  # type: ignore[arg-type]
    print(path.name, path.stat().st_size)


def press(name: str) -> str:
    """Return a name in the spelling of the English-language press."""
    for pattern, spelling in PRESS:
        name = re.sub(pattern, spelling, name)
    return name


def kind_of(row: dict[str, str]) -> str | None:
    """Return the kind of office of a row; None for posts that are not kept."""
    if row["office"].startswith("High Representative of the Union"):
        row["country"] = "European Union"
        return "eu_foreign_chief"
    if row["office_kind"] in MAIN:
        return row["office_kind"]
    return next((kind for kind, pattern in LESSER.items() if re.search(pattern, row["office"], re.I)), None)


def read_terms(raw: Path) -> list[dict[str, str]]:
    """Return every term of office that is kept, with the key of its holder."""
    own = rows(raw / "updates_2022_2026.csv") + rows(raw / "office_holders_supplement.csv")
    base = rows(raw / "office_holders.csv") + rows(raw / "other_officials.csv")
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in own + base:
        if row["person_qid"]:
            ids[row["person"], row["country"]].add(row["person_qid"])
    bodies = organisation_names(raw)
    terms = []
    for row in own + base:
        if row["office_kind"] == "organisation_head":
            row["country"] = next((name for words_, name in bodies if words_ in row["office"]), "")
        kind = kind_of(row)
        if kind is None or not re.search("[A-Za-z]", row["person"]):
            continue
        known = ids[row["person"], row["country"]]
        key = row["person_qid"] or (next(iter(known)) if len(known) == 1 else row["person"])
        if not row["country"] and kind != "organisation_head":
            continue
        terms.append({**row, "kind": kind, "key": key, "own": "1" if "confidence" in row else ""})
    terms += own_terms(keys_by_name(terms))
    corrected: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for term in terms:
        if term["own"]:
            corrected[term["country"], term["kind"], term["key"]].append(term)
    return [
        t
        for t in terms
        if t["own"] or not any(overlap(t, o) for o in corrected[t["country"], t["kind"], t["key"]])
    ]


def keys_by_name(terms: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """Return the keys of persons by folded name and country, and by name and "" where one alone bears it."""
    keys: dict[tuple[str, str], set[str]] = defaultdict(set)
    for term in terms:
        for where in (term["country"], ""):
            keys[fold(term["person"]), where].add(term["key"])
            keys[fold(press(term["person"])), where].add(term["key"])
    return {who: min(found) for who, found in keys.items() if len(found) == 1}


def own_terms(keys: dict[tuple[str, str], str]) -> list[dict[str, str]]:
    """Return the terms of our own tables: spokespersons, envoys, advisers, and what the raw tables lack."""
    return [
        {
            **row,
            "key": keys.get((fold(row["person"]), row["country"]))
            # Shevardnadze was a minister of one state and president of another.
            or keys.get((fold(row["person"]), ""))
            or row["person"],
            "own": "1",
            "office_kind": row["kind"],
        }
        for name in ("spokespersons_and_envoys", "corrections", "former_holders")
        for row in rows(HERE / "data" / f"{name}.csv")
    ]


def overlap(one: dict[str, str], other: dict[str, str]) -> bool:
    """Say whether two terms share a day, as exactly as both are given."""
    return one["start"] <= (other["end"] or "9") and other["start"] <= (one["end"] or "9")


def organisation_names(raw: Path) -> list[tuple[str, str]]:
    """Return every name of an organisation with the one we use, the longest first."""
    found = [(a, o[0]) for o in organisations(raw) for a in [o[0], *o[4].split(";")] if len(a) > 3]
    return sorted([*found, ("the Commonwealth", "Commonwealth of Nations")], key=lambda pair: -len(pair[0]))


def read_attestations(raw: Path) -> dict[tuple[str, str], str]:
    """Return the last day each (person, country) was attested in office by a visit."""
    seen: dict[tuple[str, str], str] = {}
    for row in rows(raw / "visits.csv"):
        who = (fold(row["name"]), row["country"])
        seen[who] = max(seen.get(who, ""), row["end"] or row["start"])
    return seen


def known_to(term: dict[str, str], last_seen: dict[tuple[str, str], str]) -> str:
    """Return until when an open term is known to have gone on."""
    if term["end"]:
        return ""
    read = OWN_KNOWN_TO if term["own"] else term["source"].rsplit(" ", 1)[-1]
    return max(read, last_seen.get((fold(term["person"]), term["country"]), ""), term["start"])


def read_people(raw: Path, terms: list[dict[str, str]]) -> dict[str, tuple[str, str, str, str, str]]:
    """Return key, name, gender, the short name and all folded spellings of every person in office."""
    about = {r["person_qid"]: r for r in rows(raw / "persons.csv") if r["person_qid"]}
    spellings: dict[str, set[str]] = defaultdict(set)
    for row in rows(raw / "aliases.csv"):
        for who in (row["person_qid"], row["person"]):
            if who:
                spellings[who].add(row["alias"])
    for term in terms:
        spellings[term["key"]] |= set(term.get("aliases", "").split(";"))
    people: dict[str, tuple[str, str, str, str, str]] = {}
    genders, others = bearers(raw), given_names()
    firsts = Counter(fold(r["person"]).partition(" ")[0] for r in rows(raw / "persons.csv"))
    given = {
        name
        for name, count in firsts.items()
        if count >= 3 or (others.get(name) and name not in {"arzu", "gil"})
    }
    women = set(re.findall(r"[^;\n]+", (HERE / "data" / "women.txt").read_text(encoding="utf-8")))
    leading = {t["key"] for t in terms if t["kind"] in LEADING and (not t["end"] or t["end"] >= "2005")}
    pressed = {row["name"]: row["press"] for row in rows(HERE / "data" / "press_names.csv")}
    told = {term["key"]: term["gender"] for term in terms if term.get("gender")}
    countries: dict[str, str] = {}
    for term in terms:
        countries.setdefault(term["key"], term["country"])
    for term in terms:
        key = term["key"]
        if key in people:
            continue
        article = re.sub(r" \(.*", "", about.get(key, {}).get("article_title", ""))
        usual = press(usual_name(term["person"], article, countries[key], given))
        name = pressed.get(usual, usual)
        aliases = {name, usual, term["person"], article} | spellings[key] | spellings[term["person"]]
        short = short_name(name, countries[key])
        folded = sorted({fold(a) for a in aliases if a} - {""})
        gender = about.get(key, {}).get("gender", "") or told.get(key, "")
        gender = gender or genders.get(next(iter(words(name)), ""), "")
        if name in women or (not gender and key in leading):
            gender = "f" if name in women else "m"
        gender = gender or others.get(fold(name).partition(" ")[0], "")
        people[key] = (key, name, gender[:1], short, ";".join(folded))
    return people


def usual_name(label: str, article: str, country: str, given: set[str]) -> str:
    """Return the name the press uses: the shorter of two, and one of two surnames."""
    parts = label.split()
    if country in {"JPN", "VNM"}:
        # The press writes Japanese names without the marks of long vowels, Vietnamese ones without any.
        label = unaccented(label)
        parts = label.split()
    if article and set(article.split()) < set(parts):
        return article
    if (
        country in TWO_SURNAMES
        and len(parts) == 3
        and parts[1][0].isupper()
        and fold(parts[1]).partition(" ")[0] not in given
    ):
        return " ".join(parts[:2])
    return label


def unaccented(name: str) -> str:
    """Return a name in plain Latin letters, capitals kept."""
    parts = unicodedata.normalize("NFKD", name.translate(str.maketrans("đĐ", "dD")))
    return "".join(c for c in parts if not unicodedata.combining(c))


def short_name(name: str, country: str) -> str:
    """Return what stands alone in a second mention, folded: Xi for Xi Jinping, von der Leyen."""
    # "Abdullah II of Jordan" is Abdullah.
    parts = [w for w in words(name.partition(" of ")[0]) if w not in NUMERALS]
    if country in FAMILY_FIRST and parts[0] in family_names() and len(parts) > 1:
        return fold(parts[0])
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    shorts = [" ".join(parts[start:])]
    if country in TWO_SURNAMES and len(parts) > 3:
        shorts.append(" ".join(parts[-2:]))
    shorts += ALSO_CALLED.get(name, [])
    return ";".join(dict.fromkeys(fold(short) for short in shorts))


def countries(raw: Path) -> list[tuple[str, ...]]:
    """Return names, adjectives and seats of government of every country."""
    ids = {r["alpha3"]: r["qid"] for r in rows(HERE / "data" / "country_ids.csv")}
    found = []
    for row in rows(raw / "countries.csv"):
        names = [row["name"], row["official_name"], *row["other_names"].split(";")]
        adjectives = row["adjectives"].split(";")
        names = dict.fromkeys(n for n in names if n and n not in NO_NAMES)
        stems = dict.fromkeys(n for n in adjectives + row["nouns"].split(";") if n and n not in names)
        seats = dict.fromkeys(c for c in row["capital"].split(";") if c and c not in names)
        found.append(
            (row["alpha3"], ids.get(row["alpha3"], ""), row["name"], adjectives[0] or row["name"],
             ";".join(names), ";".join(stems), ";".join(seats))
        )  # fmt: skip
    return found


def organisations(raw: Path) -> list[tuple[str, ...]]:
    """Return the organisations and summits, under the name the press uses."""
    found = []
    for row in rows(raw / "organisations.csv"):
        short = row["abbreviation"]
        name = short if short in KNOWN_BY_ABBREVIATION else row["name"]
        others = [row["name"], short if len(short) > 2 or short in {"UN", "EU", "AU", "G7", "G8"} else ""]
        others += [a for a in row["aliases"].split(";") if not a.islower() and a not in NO_ALIASES]
        others = [a for a in dict.fromkeys(others) if a and a not in NO_ALIASES and a != name]
        others = [
            a
            for a in others
            if not a.startswith(("the ", "27-")) and not a.endswith((" leaders", "ministers"))
        ]
        kind = "organisation" if name in GROUPS else row["kind"]
        found.append((name, row["qid"], kind, row["leader_offices"], ";".join(others)))
    return found


def first_names(raw: Path) -> list[tuple[str, str]]:
    """Return first names, folded, and the gender they tell, "" for none.

    Those of three office-holders, nearly all of one gender, go before those of data/given_names.csv.
    """
    found = given_names() | {fold(name): gender for name, gender in bearers(raw).items()}
    left_out = set((HERE / "data" / "no_given_names.txt").read_text(encoding="utf-8").split())
    return sorted((name, gender) for name, gender in found.items() if name not in left_out)


def given_names() -> dict[str, str]:
    """Return the folded first names of data/given_names.csv."""
    return {row["name"]: row["gender"] for row in rows(HERE / "data" / "given_names.csv")}


def bearers(raw: Path) -> dict[str, str]:
    """Return the first names that at least three office-holders bear, nearly all of one gender."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(raw / "persons.csv"):
        parts = words(row["person"])
        if len(parts) > 1 and row["gender"] in {"male", "female"}:
            seen[parts[0]][row["gender"][0]] += 1
    found = {}
    for name, counts in seen.items():
        gender, most = counts.most_common(1)[0]
        if len(name) > 2 and most >= 3 and most >= 0.93 * counts.total():
            found[name] = gender
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
