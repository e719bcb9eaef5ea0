"""Tokens as the treebanks cut them, where spaCy's rules for English cut otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import spacy
from spacy.attrs import ORTH
from spacy.util import compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language

# Marks that stand several times are one word: "!!", "?!", "***", "<<".
_RUNS = (r"[!?]{2,}", r"\*{2,}", r"_{2,}", r"={2,}", r"~{2,}", r"#{2,}", r"<{2,}", r">{2,}", r"\${2,}")
# Titles and words with a stop of their own, which ends no sentence.
_STOPPED = (
    "Amb",
    "Brig",
    "Capt",
    "Cmdr",
    "Col",
    "Cpl",
    "Dept",
    "Ft",
    "Insp",
    "Lt",
    "Maj",
    "Mt",
    "Pvt",
    "Sgt",
    "Supt",
)
# A telephone number is one word.
_TELEPHONE = r"(?:1-)?(?:\d{3}-)?\d{3}-\d{4}$"
_WHOLE = (*(f"{word}." for word in _STOPPED), "etc.", "e-mail", "E-mail", "e-mails", "E-mails")


def english() -> Language:
    """Return an empty pipeline with our tokenizer."""
    nlp = spacy.blank("en")
    like_treebanks(nlp)
    return nlp


def like_treebanks(nlp: Language) -> None:
    """Change the rules of a pipeline's tokenizer."""
    prefixes, suffixes = nlp.Defaults.prefixes or (), nlp.Defaults.suffixes or ()
    nlp.tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *prefixes]).search
    nlp.tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *suffixes]).search
    nlp.tokenizer.token_match = re.compile(_TELEPHONE).match
    for word in _WHOLE:
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])
