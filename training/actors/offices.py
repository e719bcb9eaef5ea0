"""The terms of office that are kept, of the raw tables and our own."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from training.actors.places import organisations
from training.actors.spellings import press
from training.actors.tables import HERE, rows

from explore.actors.spelling import fold

if TYPE_CHECKING:
    from pathlib import Path

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
# Until when an open term is known to have gone on: the own compilation stops being dense here.
OWN_KNOWN_TO = "2025-09-30"


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


def kind_of(row: dict[str, str]) -> str | None:
    """Return the kind of office of a row; None for posts that are not kept."""
    if row["office"].startswith("High Representative of the Union"):
        row["country"] = "European Union"
        return "eu_foreign_chief"
    if row["office_kind"] in MAIN:
        return row["office_kind"]
    return next((kind for kind, pattern in LESSER.items() if re.search(pattern, row["office"], re.I)), None)


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
