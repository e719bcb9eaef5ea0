"""A second person beside the subject: "Blinken said" becomes "Blinken and Anders Holm said".

News of meetings is full of pairs of names, web text and mail are not, and a parser that has seen few takes
the first name for a sentence of its own. The tree stays gold: "and" hangs on the new name, that on the old.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from training.language.sentence import Sentence

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_INSIDE = frozenset({"flat", "compound", "amod", "det", "nmod"})


def with_conjunct(sentence: Sentence, name: tuple[str, ...], rng: Random) -> Sentence:
    """Return a sentence with another name joined to a subject that is one; itself where none can be.

    The verb must go with one and with two: past, or after an auxiliary that does.
    """
    if sentence.heads is None or sentence.deps is None or sentence.tags is None:
        return sentence
    places = [(i, end) for i in range(len(sentence.words)) if (end := _end(sentence, i))]
    if not places:
        return sentence
    subject, end = rng.choice(places)
    count = 1 + len(name)
    heads = [head + count * (head >= end) for head in sentence.heads]
    first = end + 1
    spaces = list(sentence.spaces)
    after = spaces[end - 1]
    spaces[end - 1] = True

    def put(layer: tuple[str, ...] | None, *new: str) -> tuple[str, ...] | None:
        return (*layer[:end], *new, *layer[end:]) if layer is not None else None

    flat = ["flat"] * (len(name) - 1)
    feats = ["Number=Sing"] * len(name)
    return replace(
        sentence,
        words=put(sentence.words, "and", *name) or (),
        spaces=(*spaces[:end], *[True] * len(name), after, *spaces[end:]),
        tags=put(sentence.tags, "CC", *["NNP"] * len(name)),
        pos=put(sentence.pos, "CCONJ", *["PROPN"] * len(name)),
        feats=put(sentence.feats, "", *feats),
        deps=put(sentence.deps, "cc", "conj", *flat),
        lemmas=put(sentence.lemmas, "and", *name),
        heads=(*heads[:end], first, subject, *[first] * len(flat), *heads[end:]),
        names=None,
    )


def _end(sentence: Sentence, i: int) -> int:
    """Return where the phrase of a subject ends that is a name and can have another beside it; 0 if not."""
    heads, deps, tags = sentence.heads or (), sentence.deps or (), sentence.tags or ()
    if deps[i] not in _SUBJECTS or tags[i] != "NNP":
        return 0
    verb = heads[i]
    helpers = [j for j, head in enumerate(heads) if head == verb and deps[j] in {"aux", "aux:pass", "cop"}]
    finite = {tags[j] for j in [verb, *helpers]}
    singular = "VBZ" in finite or any(sentence.words[j].lower() == "was" for j in helpers)
    if singular or not finite & {"VBD", "MD"} or verb < i:
        return 0
    own = [j for j, head in enumerate(heads) if head == i]
    if any(deps[j] not in _INSIDE or (deps[j] == "nmod" and j > i) for j in own):
        return 0
    end = max([i, *own]) + 1
    inside = {i, *own}
    grand = {j for j, head in enumerate(heads) if head in own}
    return (
        end if all(j in inside | grand for j in range(min([i, *own]), end)) and max([0, *grand]) < end else 0
    )
