"""Collect first names, and the gender they tell, from Faker's lists of many languages.

    python -m training.actors.given_names

needs `pip install faker` (MIT), which nothing else does, and writes data/given_names.csv beside this file,
which the recipe of the tables adds to the names of office-holders. A name is kept if the lists of two
languages have it, or one list of a language whose names English news often writes; words of English that
begin sentences and headlines are left out.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from explore.actors.spelling import fold, words

HERE = Path(__file__).parent
LISTS = {
    "m": ("first_names_male", "first_romanized_names_male"),
    "f": ("first_names_female", "first_romanized_names_female"),
}
# Given names of these are syllables that may be anything.
NOT_FROM = frozenset({"vi_VN", "zh_TW", "zh_CN", "ko_KR"})
OFTEN = frozenset({"en_US", "en_GB", "en_IN", "en_PK", "en_NG", "en_KE"})
SHARE = 0.93  # of the lists that have a name: fewer of one gender tell none
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]+")


def collect() -> dict[str, dict[str, set[str]]]:
    """Return the locales that have a folded name, by gender."""
    people = import_module("faker.providers.person")
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"m": set(), "f": set()})
    for module in iter_modules(people.__path__):
        if module.name in NOT_FROM:
            continue
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for gender, attributes in LISTS.items():
            for name in (n for a in attributes for n in getattr(provider, a, ()) or ()):
                if isinstance(name, str) and LATIN.fullmatch(name) and len(words(name)) == 1:
                    found[fold(name)][gender].add(module.name)
    return found


def main() -> None:
    """Write the table."""
    left_out = set((HERE / "data" / "no_given_names.txt").read_text(encoding="utf-8").split())
    rows = []
    for name, by_gender in sorted(collect().items()):
        locales = by_gender["m"] | by_gender["f"]
        gender = max("mf", key=lambda g: len(by_gender[g]))
        most, total = len(by_gender[gender]), sum(map(len, by_gender.values()))
        if len(name) < 3 or name in left_out or not (len(locales) > 1 or locales & OFTEN):
            continue
        rows.append((name, gender if most >= SHARE * total else ""))
    with (HERE / "data" / "given_names.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "gender"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
