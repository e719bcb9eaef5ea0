"""Countries and organisations under the names the press uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.actors.tables import HERE, rows

if TYPE_CHECKING:
    from pathlib import Path

# Names of a country that mean something else too, and organisations' short names that do.
NO_NAMES = {"Islamic Republic", "Emirates", "Nation of Brunei, the Abode of Peace"}
# Whose adjective the press uses of a larger country.
NO_ADJECTIVES = {"DMA"}
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


def countries(raw: Path) -> list[tuple[str, ...]]:
    """Return names, adjectives and seats of government of every country."""
    ids = {r["alpha3"]: r["qid"] for r in rows(HERE / "data" / "country_ids.csv")}
    found = []
    for row in rows(raw / "countries.csv"):
        names = [row["name"], row["official_name"], *row["other_names"].split(";")]
        adjectives = row["adjectives"].split(";")
        names = dict.fromkeys(n for n in names if n and n not in NO_NAMES)
        stems = dict.fromkeys(n for n in adjectives + row["nouns"].split(";") if n and n not in names)
        stems = {} if row["alpha3"] in NO_ADJECTIVES else stems
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
