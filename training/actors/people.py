"""The people in office, and the gender that first names tell."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from training.actors.offices import MAIN
from training.actors.spellings import press, short_name, usual_name
from training.actors.tables import HERE, rows

from explore.actors.spelling import fold, words

if TYPE_CHECKING:
    from pathlib import Path

# The offices of which data/women.txt names the women.
LEADING = MAIN - {"speaker", "economy_or_trade_minister"} | {
    "eu_foreign_chief", "vice_president", "security_adviser",
}  # fmt: skip
# Of either gender, though most who hold an office are men: the French and the English Jean, Joan.
EITHER = ("Jean", "Joan")


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


def first_names(raw: Path) -> list[tuple[str, str]]:
    """Return first names, folded, and the gender they tell, "" for none.

    Those of three office-holders, nearly all of one gender, go before those of data/given_names.csv.
    """
    found = given_names() | {fold(name): gender for name, gender in bearers(raw).items()}
    found |= {fold(name): "" for name in EITHER}
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
