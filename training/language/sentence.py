"""One annotated sentence; a layer that its source lacks is missing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a sentence with the layers its source has.

    Attributes
    ----------
    words, spaces : tuple
        The words as written, and whether a space follows each.
    tags, pos, feats, heads, deps, lemmas : tuple or None
        Penn tags, UD tags, UD features, heads (index in the sentence; the root points at itself), UD
        relations, lemmas; None where the source has no trees.
    names : tuple of (start, end, label) or None
        Tokens, end exclusive; None where the source has no names.
    unsure : frozenset of int
        Tokens whose name is not known (a date in a source that has no dates).
    starts_paragraph, starts_document : bool
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...] | None = None
    pos: tuple[str, ...] | None = None
    feats: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deps: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    names: tuple[tuple[int, int, str], ...] | None = None
    unsure: frozenset[int] = frozenset()
    starts_paragraph: bool = False
    starts_document: bool = False
