"""Measure how often each verb of the list introduces words, and write the table that ships.

    python -m training.quotes.cue_verbs PARSED_FOLDER

PARSED_FOLDER is made by `parse.py`. Of the annotated articles only counts are kept. `share` is how often
the verb is the cue of an attribution, `clause` the same where it has a clause as complement. Both are drawn
to what is usual for the grade (3 speech, 2 speech among other things, 1 attitude), as if the verb had been
seen WEIGHT times more: news of one country and two years knows little of the verbs of diplomacy.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from training.quotes.parsed import articles

from explore.quotes.inflect import verb_forms
from explore.quotes.lexicon import FOLDER
from explore.shipped import named_rows

PRIOR = {3: 0.7, 2: 0.4, 1: 0.12}
CLAUSE_PRIOR = {3: 0.85, 2: 0.6, 1: 0.2}
WEIGHT = 6
COLUMNS = ("verb", "forms", "grade", "share", "clause")


def main(folder: Path) -> None:
    path = FOLDER / "cue_verbs.csv"
    rows = list(named_rows(path))
    verbs = {form: row["verb"] for row in rows for form in verb_forms(row["verb"], row["forms"])}
    uses, cues, clauses, clause_cues = Counter(), Counter(), Counter(), Counter()
    for doc, article in articles(folder, "train"):
        spans = [span for q in article["quotes"] for span in q.get("cue_spans") or [q["cue"]] if span]
        cue_at = {i for begin, end in spans for i in range(begin, end)}
        for token in doc:
            if token.pos_ != "VERB" or token.lower_ not in verbs:
                continue
            verb, hit = verbs[token.lower_], token.idx in cue_at
            uses[verb] += 1
            cues[verb] += hit
            if any(child.dep_ == "ccomp" for child in token.children):
                clauses[verb] += 1
                clause_cues[verb] += hit
    with path.open("w", encoding="utf8", newline="") as file:
        file.write(
            "# Verbs that introduce words: our own list, after the classes of Levin (1993); grades by hand.\n"
        )
        file.write("# share and clause: counted by training/quotes/cue_verbs.py.\n")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for row in rows:
            verb, prior = row["verb"], PRIOR[int(row["grade"])]
            share = (cues[verb] + WEIGHT * prior) / (uses[verb] + WEIGHT)
            clause_prior = CLAUSE_PRIOR[int(row["grade"])]
            clause = (clause_cues[verb] + WEIGHT * clause_prior) / (clauses[verb] + WEIGHT)
            table.writerow([verb, row["forms"], row["grade"], f"{share:.2f}", f"{clause:.2f}"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
