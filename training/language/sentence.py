"""One annotated sentence, and a run of them as a spaCy Doc; a layer that a source lacks stays missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.vocab import Vocab


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


def make_doc(vocab: Vocab, sentences: Sequence[Sentence], breaks: Sequence[str]) -> Doc:
    """Return sentences as one Doc.

    Parameters
    ----------
    vocab : Vocab
    sentences : sequence of Sentence
        Of one source: all with trees or all without, all with names or all without.
    breaks : sequence of str
        The white space before each sentence beyond a single blank ("" or newlines); it becomes a token
        of its own, hung on the token before it.
    """
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    pos: list[str] = []
    feats: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    names: list[tuple[int, int, str]] = []
    unsure: list[int] = []
    parsed = all(s.tags is not None for s in sentences)
    named = all(s.names is not None for s in sentences)
    for sentence, white in zip(sentences, breaks, strict=True):
        if white and words:
            spaces[-1] = False
            heads.append(len(words) - 1)
            words.append(white)
            spaces.append(False)
            tags.append("_SP")
            pos.append("SPACE")
            feats.append("")
            deps.append("dep")
            starts.append(False)
        offset = len(words)
        words += sentence.words
        spaces += sentence.spaces
        starts += [True] + [False] * (len(sentence.words) - 1)
        if parsed:
            tags += sentence.tags or ()
            pos += sentence.pos or ()
            feats += sentence.feats or ()
            deps += sentence.deps or ()
            heads += [offset + head for head in sentence.heads or ()]
        if named:
            names += [(offset + a, offset + b, label) for a, b, label in sentence.names or ()]
            unsure += [offset + i for i in sentence.unsure]
    if not parsed:
        doc = Doc(vocab, words=words, spaces=spaces)
    else:
        doc = Doc(vocab, words=words, spaces=spaces, tags=tags, pos=pos, morphs=feats, heads=heads, deps=deps)
    if named:
        spans = [Span(doc, a, b, label=label) for a, b, label in names]
        taken = {i for a, b, _ in names for i in range(a, b)}
        doc.set_ents(spans, missing=[doc[i : i + 1] for i in unsure if i not in taken], default="outside")
    return doc
