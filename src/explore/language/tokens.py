"""Tokens in linear time: a run of characters longer than any word is cut before spaCy looks at it.

spaCy takes signs from both ends of a run one by one, and looks through the rest each time: 40,000 brackets
in a row take it minutes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Self

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language

# The longest addresses in news have about 300 characters.
_LONGEST_RUN = 400
_PIECE = 50
_LONG = re.compile(rf"(?<!\S)\S{{{_LONGEST_RUN + 1},}}")


class PieceTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer that never sees a run of more than 400 characters without a space.

    The pieces of a text are put together again as they stood: offsets stay.
    """

    @classmethod
    def like(cls, other: Tokenizer) -> Self:
        """Return a tokenizer with the rules of another."""
        return cls(
            other.vocab,
            rules=other.rules,
            prefix_search=other.prefix_search,
            suffix_search=other.suffix_search,
            infix_finditer=other.infix_finditer,
            token_match=other.token_match,
            url_match=other.url_match,
        )

    def __call__(self, text: str) -> Doc:
        """Return the tokens of a text."""
        if not _LONG.search(text):
            tokens: Doc = super().__call__(text)
            return tokens
        pieces = [super(PieceTokenizer, self).__call__(piece) for piece in _pieces(text)]
        return Doc.from_docs(pieces, ensure_whitespace=False)


@registry.tokenizers("explore.PieceTokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], PieceTokenizer]:
    """Return what makes the tokenizer of the pipeline that ships; its rules come with its files."""
    return lambda nlp: PieceTokenizer(nlp.vocab)


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for run in _LONG.finditer(text):
        if at < run.start():
            yield text[at : run.start()]
        yield from (text[i : min(i + _PIECE, run.end())] for i in range(run.start(), run.end(), _PIECE))
        at = run.end()
    if at < len(text):
        yield text[at:]
