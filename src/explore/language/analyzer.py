"""Tags, features, sentences, trees and names of a doc, all from one network."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import srsly
from spacy.attrs import DEP, HEAD, IS_SPACE, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Span
from threadpoolctl import ThreadpoolController

from explore.language.network import Network
from explore.language.parts import best_names
from explore.language.trees import best_tree
from explore.language.words import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from explore.language.network import Scores

_LONGEST = 160  # words that are read at once; a longer paragraph is cut where a sentence seems to end
_AT_A_TIME = 1000  # words
_ENDS = frozenset(".!?…")
_FILES = ("labels.json", "pieces.txt", "weights.npz")
_COLUMNS = [HEAD, DEP, TAG, POS, MORPH]


@Language.factory(
    "explore_analyzer",
    assigns=[
        "token.tag", "token.pos", "token.morph", "token.head", "token.dep", "token.is_sent_start",
        "doc.ents", "token.ent_iob", "token.ent_type",
    ],
)  # fmt: skip
def make_analyzer(nlp: Language, name: str) -> Analyzer:
    """Return the component, without weights; they come with the pipeline's files."""
    return Analyzer(nlp.vocab)


class Analyzer:
    """The component; keeps to sentence starts and names that are set before it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Analyzer:
        """Read weights, the vocabulary of pieces and the labels."""
        return self._take({name: (Path(path) / name).read_bytes() for name in _FILES})

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the files of `from_disk`."""
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, content in self._files.items():
            (Path(path) / name).write_bytes(content)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the same files as one."""
        found: bytes = srsly.msgpack_dumps(self._files)
        return found

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> Analyzer:
        """Read what `to_bytes` made."""
        return self._take(srsly.msgpack_loads(content))

    def _take(self, files: dict[str, bytes]) -> Analyzer:
        self._files = files
        labels = json.loads(files["labels.json"])
        pieces = files["pieces.txt"].decode("utf-8").split("\n")
        self.network = Network(_weights(files["weights.npz"]), pieces)
        self.parts: list[str] = labels["names"]
        self.labels: list[str] = labels["deps"]
        strings = self.vocab.strings
        self._tags = np.array([strings.add(tag) for tag in labels["tags"]], "u8")
        self._deps = np.array([strings.add(dep) for dep in labels["deps"]], "u8")
        pairs = [morph.split(" ", 1) for morph in labels["morphs"]]
        self._pos = np.array([IDS[pos] for pos, _ in pairs], "u8")
        self._morphs = np.array([self.vocab.morphology.add(morph) for _, morph in pairs], "u8")
        self._space = np.array(
            [strings.add("dep"), strings.add("_SP"), IDS["SPACE"], self.vocab.morphology.add("")], "u8"
        )
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Write what the network finds to a doc."""
        if not len(doc):
            return doc
        with _threads().limit(limits=1, user_api="blas"):
            return self._read(doc)

    def _read(self, doc: Doc) -> Doc:
        is_space, marks = doc.to_array([IS_SPACE, SENT_START]).astype("i8").T
        places = np.flatnonzero(is_space == 0)
        columns = np.zeros((len(doc), len(_COLUMNS)), "u8")
        columns[:, 1:] = self._space
        # White space hangs on the token before it; at the very beginning on the first word.
        heads = np.full(len(doc), -1)
        first = int(places[0]) if len(places) else 0
        heads[: first + 1] = first - np.arange(first + 1)
        names: list[tuple[int, int, str]] = []
        words, forced = [doc[i].text for i in places.tolist()], marks[places]
        windows = _windows(words, forced) if words else []
        spaces = _spaces(doc, places, windows)
        for part in _parts(windows):
            chosen = slice(part[0].start, part[-1].stop)
            at = places[chosen]
            own = [slice(window.start - chosen.start, window.stop - chosen.start) for window in part]
            scores = self.network(words[chosen], spaces[chosen], own)
            sentences = _sentences(scores, forced[chosen], own)
            governors = _governors(scores, sentences)
            heads[at] = np.where(governors < 0, 0, at[governors] - at)
            columns[at, 1:] = self._answers(scores, governors)
            for s in sentences:
                for a, b, label in best_names(scores.names[s], self.parts):
                    names.append((int(at[s.start + a]), int(at[s.start + b - 1]) + 1, label))
        columns[:, 0] = heads.astype("u8")
        doc.from_array(_COLUMNS, columns)  # type: ignore[arg-type]
        # Names that were set before stay.
        taken = {i for ent in doc.ents for i in range(ent.start, ent.end)}
        spans = [Span(doc, a, b, label=label) for a, b, label in names if not taken & set(range(a, b))]
        doc.set_ents([*doc.ents, *spans], default="outside")
        return doc

    def _answers(self, scores: Scores, governors: NDArray[np.int64]) -> NDArray[np.uint64]:
        """Return relation, tag, UD tag and features of each word, as spaCy's numbers."""
        relations = self.network.relations(scores, governors)
        root = self.labels.index("ROOT")
        relations[:, root] = np.where(governors < 0, np.inf, -np.inf)
        tags, morphs = scores.tags.argmax(-1), scores.morphs.argmax(-1)
        found = (self._deps[relations.argmax(-1)], self._tags[tags], self._pos[morphs], self._morphs[morphs])
        return np.stack(found, -1)


@cache
def _threads() -> ThreadpoolController:
    """Return what keeps numpy to one thread: a second is no help to matrices so small, and waits its turn."""
    return ThreadpoolController()


def _windows(words: list[str], forced: NDArray[np.int64]) -> list[slice]:
    """Return what is read at once: from one sentence start that is set to the next, long ones in parts."""
    edges = [0, *(np.flatnonzero(forced[1:] == 1) + 1).tolist(), len(words)]
    found = []
    for start, end in pairwise(edges):
        while end - start > _LONGEST:
            ends = (i for i in range(start + _LONGEST, start, -1) if words[i - 1] in _ENDS)
            cut = next(ends, start + _LONGEST)
            found.append(slice(start, cut))
            start = cut
        found.append(slice(start, end))
    return found


def _parts(windows: list[slice]) -> Iterator[list[slice]]:
    """Yield the windows some at a time, so that the longest text takes no more memory than a page."""
    part: list[slice] = []
    for window in windows:
        if part and window.stop - part[0].start > _AT_A_TIME:
            yield part
            part = []
        part.append(window)
    if part:
        yield part


def _spaces(doc: Doc, places: NDArray[np.int64], windows: list[slice]) -> list[int]:
    """Return what follows each word; at the end of a window it is a blank, as within a paragraph."""
    none, blank, line = map(SPACES.index, ("none", "blank", "line"))
    found = [blank if doc[i].whitespace_ else none for i in places.tolist()]
    for k in np.flatnonzero(np.diff(places) > 1).tolist():
        white = doc[int(places[k]) + 1 : int(places[k + 1])].text
        found[k] = line if "\n" in white else blank
    for window in windows:
        found[window.stop - 1] = blank
    return found


def _sentences(scores: Scores, forced: NDArray[np.int64], windows: list[slice]) -> list[slice]:
    starts = (scores.starts > 0) & (forced >= 0)
    starts[[window.start for window in windows]] = True
    edges = [*np.flatnonzero(starts).tolist(), len(starts)]
    return [slice(a, b) for a, b in pairwise(edges)]


def _governors(scores: Scores, sentences: list[slice]) -> NDArray[np.int64]:
    """Return the head of each word, -1 for a root."""
    found = np.full(len(scores.root), -1)
    for s in sentences:
        heads = np.array(best_tree(scores.dependents[s] @ scores.heads[s].T, scores.root[s]))
        found[s] = np.where(heads < 0, -1, heads + s.start)
    return found


def _weights(content: bytes) -> dict[str, NDArray[np.float32]]:
    """Return the weights of an .npz file; the whole numbers of a matrix are times the step of their row.

    The table of pieces stays as it is, with its steps: a few of its rows are looked up at a time.
    """
    stored = np.load(BytesIO(content))
    found = {name: stored[name] for name in stored.files}
    for name in [name for name in found if f"{name}.step" in found and name != "pieces"]:
        found[name] = found[name] * found.pop(f"{name}.step")
    return {name: value if name == "pieces" else value.astype("f4") for name, value in found.items()}
