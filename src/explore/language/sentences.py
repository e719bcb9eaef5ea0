"""Sentence starts that a text's layout gives: a heading or a paragraph never runs into the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language

from explore.language.layout import paragraph_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_BLANK_LINE = re.compile(r"\n\s*\n|\r\s*\r(?!\n)|\u2029")


@Language.component("explore_sentence_starts", assigns=["token.is_sent_start"])
def sentence_starts(doc: Doc) -> Doc:
    """Mark the first word of each paragraph as the start of a sentence; the parser keeps to it.

    Stands before the parser. A mere new line after a line that is neither a heading nor ended may be a text
    broken to fit a page: there the parser decides.
    """
    paragraphs = paragraph_spans(doc)
    starts = set()
    for before, after in zip(paragraphs, paragraphs[1:], strict=False):
        line = doc.text[before.start_char : before.end_char]
        between = doc.text[before.end_char : after.start_char]
        if before.kind != "body" or _BLANK_LINE.search(between) or _ENDED.search(line):
            starts.add(after.start_char)
    for token in doc:
        if token.idx in starts and token.i:
            token.is_sent_start = True
    return doc
