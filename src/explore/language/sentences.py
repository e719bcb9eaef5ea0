"""Sentence starts that a text's layout gives: a heading or a paragraph never runs into the next."""

from __future__ import annotations

import re
from itertools import pairwise
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

    Stands before the parser. A mere new line in a sentence may be a text broken to fit a page: a line that
    goes on in small letters where the one before has not ended belongs to its sentence, and where the one
    before is neither a heading nor ended, the parser decides.
    """
    paragraphs = paragraph_spans(doc)
    text = doc.text
    # One pass: Doc.char_span would look through the doc for each paragraph.
    at = {token.idx: token for token in doc}
    for before, after in pairwise(paragraphs):
        ended = bool(_ENDED.search(text[before.start_char : before.end_char]))
        blank = bool(_BLANK_LINE.search(text[before.end_char : after.start_char]))
        goes_on = text[after.start_char].islower() and not ended and not blank
        if (blank or ended or goes_on or before.kind != "body") and after.start_char in at:
            at[after.start_char].is_sent_start = not goes_on
    return doc
