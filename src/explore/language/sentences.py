"""Sentence starts that a text's layout gives: a heading or a paragraph never runs into the next."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.attrs import SENT_START
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
    # All at once: a token's own setter looks through the whole doc each time.
    place = {token.idx: token.i for token in doc}
    starts = doc.to_array([SENT_START]).astype("int64")
    for before, after in pairwise(paragraphs):
        ended = bool(_ENDED.search(text[before.start_char : before.end_char]))
        blank = bool(_BLANK_LINE.search(text[before.end_char : after.start_char]))
        goes_on = text[after.start_char].islower() and not ended and not blank
        if (blank or ended or goes_on or before.kind != "body") and after.start_char in place:
            starts[place[after.start_char]] = -1 if goes_on else 1
    if not len(doc):
        return doc
    return doc.from_array([SENT_START], starts.reshape(-1, 1).astype("uint64"))  # type: ignore[arg-type]
