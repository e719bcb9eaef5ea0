"""Tokens, tags, parse, sentences and lemmas against a treebank, from raw text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.language.treebanks import read_treebank, relation

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc
    from training.language.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its characters, with what is compared."""

    start: int
    end: int
    tag: str
    pos: str
    head: int  # the first character of the head; -1 for a root
    dep: str
    lemma: str


def scores(nlp: Language, path: Path) -> dict[str, float]:
    """Return scores in per cent.

    F1 as in the CoNLL 2018 shared task: a word counts where its characters are those of the treebank, a head
    where the head's are too, a sentence where both ends are. UAS and LAS leave punctuation out, as spaCy's
    scorer does. Lemmas: the share of words found, compared in small letters.
    """
    hits = dict.fromkeys(("token", "tag", "pos", "uas", "las", "lemma", "sentence"), 0)
    golds = guesses = gold_arcs = guess_arcs = gold_sentences = guess_sentences = 0
    texts, answers = [], []
    for document in documents(read_treebank(path)):
        text, words, ends = laid_out(document)
        texts.append(text)
        answers.append((words, ends))
    for doc, (words, ends) in zip(nlp.pipe(texts, batch_size=8), answers, strict=True):
        found = {(w.start, w.end): w for w in words_of(doc)}
        golds += len(words)
        guesses += len(found)
        gold_arcs += sum(w.dep != "punct" for w in words)
        guess_arcs += sum(w.dep != "punct" for w in found.values())
        for gold in words:
            guess = found.get((gold.start, gold.end))
            if guess is None:
                continue
            hits["token"] += 1
            hits["tag"] += gold.tag == guess.tag
            hits["pos"] += gold.pos == guess.pos
            hits["lemma"] += gold.lemma == guess.lemma
            if gold.dep != "punct" != guess.dep:
                hits["uas"] += gold.head == guess.head
                hits["las"] += gold.head == guess.head and gold.dep == guess.dep
        sentences = {_stripped(s.start_char, s.end_char, doc.text) for s in doc.sents}
        gold_sentences += len(ends)
        guess_sentences += len(sentences)
        hits["sentence"] += len(sentences & ends)
    shares = {
        "lemma": hits["token"],
        "uas": (gold_arcs + guess_arcs) / 2,
        "las": (gold_arcs + guess_arcs) / 2,
        "sentence": (gold_sentences + guess_sentences) / 2,
    }
    return {name: 100 * n / shares.get(name, (golds + guesses) / 2) for name, n in hits.items()}


def documents(sentences: list[Sentence]) -> list[list[Sentence]]:
    """Return the sentences document by document."""
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.starts_document or not found:
            found.append([])
        found[-1].append(sentence)
    return found


def laid_out(document: list[Sentence]) -> tuple[str, list[Word], set[tuple[int, int]]]:
    """Return a document's text, an empty line between paragraphs, its words and the ends of its sentences."""
    text = ""
    words: list[Word] = []
    ends: set[tuple[int, int]] = set()
    for sentence in document:
        if text and sentence.starts_paragraph:
            text = text.rstrip() + "\n\n"
        starts = []
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            starts.append(len(text))
            text += word + " " * space
        for i, word in enumerate(sentence.words):
            root = sentence.heads[i] == i  # type: ignore[index]
            words.append(
                Word(
                    starts[i],
                    starts[i] + len(word),
                    sentence.tags[i],  # type: ignore[index]
                    sentence.pos[i],  # type: ignore[index]
                    -1 if root else starts[sentence.heads[i]],  # type: ignore[index]
                    sentence.deps[i],  # type: ignore[index]
                    sentence.lemmas[i].lower(),  # type: ignore[index]
                )
            )
        ends.add(_stripped(starts[0], len(text), text))
    return text, words, ends


def words_of(doc: Doc) -> list[Word]:
    """Return the words of a parsed doc, white space left out."""
    return [
        Word(
            t.idx,
            t.idx + len(t),
            t.tag_,
            t.pos_,
            -1 if t.head is t or t.dep_ == "ROOT" else t.head.idx,
            "ROOT" if t.dep_ == "ROOT" else relation(t.dep_),
            t.lemma_.lower(),
        )
        for t in doc
        if not t.is_space
    ]


def _stripped(start: int, end: int, text: str) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
