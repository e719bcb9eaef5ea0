"""Build the tables of people and offices that ship, from the raw tables of actors.

    python -m training.actors.build RAW_FOLDER

The folder holds the raw tables that README.md beside this file lists, with where each comes from. Writes
offices.csv, people.csv, current_holders.csv, first_names.csv, countries.csv and organisations.csv into the
package.
"""

from __future__ import annotations

import sys
from pathlib import Path

from training.actors.offices import known_to, read_attestations, read_terms
from training.actors.people import first_names, read_people
from training.actors.places import countries, organisations
from training.actors.spellings import press
from training.actors.tables import KNOWLEDGE, rows, write

# The one table under another licence says so itself.
ATTRIBUTION = (
    "World leaders current, by open-data-archive, "
    "https://github.com/open-data-archive/world-leaders-current, CC BY-SA 4.0, "
    "https://creativecommons.org/licenses/by-sa/4.0/; flattened to one table, spelling of names ours. This "
    "file stays under CC BY-SA 4.0."
)


def main(raw: Path) -> None:
    """Write the tables."""
    terms = read_terms(raw)
    people = read_people(raw, terms)
    last_seen = read_attestations(raw)
    write(
        KNOWLEDGE / "offices.csv",
        "country kind office person start end known_to own",
        # Two of our own tables may have the same term.
        dict.fromkeys(
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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
