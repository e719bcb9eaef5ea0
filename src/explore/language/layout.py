"""How a text is laid out: its paragraphs and the sentence around a place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from explore.article import Paragraph, split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

# Set by the reader from the article; worked out from the text's lines where nobody set it.
if not Doc.has_extension("paragraphs"):
    Doc.set_extension("paragraphs", default=None)


def paragraph_spans(doc: Doc) -> Sequence[Paragraph]:
    """Return the paragraphs of a doc, headings marked, in order."""
    if doc._.paragraphs is None:
        doc._.paragraphs = split_paragraphs(doc.text)
    found: Sequence[Paragraph] = doc._.paragraphs
    return found


def _paragraph_around(doc: Doc, char: int) -> tuple[int, int]:
    inside = (p for p in paragraph_spans(doc) if p.start_char <= char < p.end_char)
    found = next(inside, None)
    span = found and doc.char_span(found.start_char, found.end_char, alignment_mode="expand")
    return (span.start, span.end) if span else (0, len(doc))


def sentence_around(doc: Doc, start_char: int, end_char: int) -> Span:
    """Return the sentence (or run of sentences) that holds the characters, white space stripped."""
    span = doc.char_span(start_char, end_char, alignment_mode="expand")
    if span is None or not len(span):
        return doc[0:0]
    try:
        start, end = span[0].sent.start, span[-1].sent.end
    except ValueError:
        # No component of this pipeline has split sentences: the paragraph stands for them.
        start, end = _paragraph_around(doc, start_char)
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return doc[start:end]
