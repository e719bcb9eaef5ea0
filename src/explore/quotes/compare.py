"""Which quotations are one utterance in other words: families, and their members side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.errors import error
from explore.quotes.embedding import embedded
from explore.quotes.likeness import likeness, terms, unmatched
from explore.quotes.senses import keys
from explore.tables import FLOAT, INT, LIST, STR, frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from explore.quotes.embedding import Encoder

    Measure = Callable[[int, int], float]

THRESHOLD = 0.55
# One voice, one occasion or one day make it likelier that like words are one utterance; two voices less so.
SAME_SPEAKER, SAME_OCCASION, SAME_DAYS, OTHER_SPEAKER = 0.1, 0.05, 0.05, -0.05
NEEDED = {"text", "speaker", "event_id", "said_begin", "said_end"}
# A key that so many quotations share says nothing of any two of them.
_TOO_COMMON = 200
_SIDES = {
    "family": INT,
    "left": STR,
    "right": STR,
    "left_text": STR,
    "right_text": STR,
    "only_left": LIST,
    "only_right": LIST,
    "likeness": FLOAT,
}


def compare(
    quotes: pd.DataFrame, threshold: float = THRESHOLD, model: str | Encoder | None = None
) -> pd.DataFrame:
    """Return the quotes with those that seem to be one utterance put into families.

    Parameters
    ----------
    quotes : DataFrame
        A quotes table, of one article or of many. Of a mixed quotation the words in marks are compared.
    threshold : float
        From which likeness on, 0 to 1, two quotations belong together. The same speaker, occasion or days
        lower it a little, different speakers raise it.
    model : str or callable, optional
        The name of a sentence-transformers model, or a function from texts to vectors, to compare meanings by
        in place of words (needs the extra `embeddings`).

    Returns
    -------
    DataFrame
        The quotes with three columns more: `family`, a number from 0 or NA for a quotation that stands
        alone, `likeness`, that to the nearest other member, and `only_here`, the telling words that most of
        the other members have no like of.

    Raises
    ------
    ExploreError
        If columns of a quotes table are missing, or the model cannot be had.

    Notes
    -----
    Quotations are merged by average linkage: two families become one only if their members are alike on
    average, so a chain of small changes does not join what has nothing in common.

    >>> said = pd.DataFrame(
    ...     {"text": ["a limitless friendship", "friendship without limits", "grain exports"]}
    ... )
    >>> said = said.assign(speaker=["Xi Jinping", None, None], event_id=None, said_begin=None, said_end=None)
    >>> compare(said)["family"].tolist()
    [0, 0, <NA>]
    """
    missing = NEEDED - set(quotes.columns)
    if missing:
        raise error("no_quotes_table", "the table", columns=", ".join(sorted(missing)))
    texts = list(_words(quotes))
    measure = embedded(texts, model) if model is not None else lambda i, j: likeness(texts[i], texts[j])
    prior = _prior(quotes)
    pairs: dict[tuple[int, int], float] = {}
    for i, j in _candidates(texts) if model is None else combinations(range(len(texts)), 2):
        alike = measure(i, j)
        if alike + prior(i, j) >= threshold / 2:
            pairs[i, j] = alike
    families = _families(pairs, prior, threshold)
    return _with_families(quotes, texts, families, pairs)


def side_by_side(compared: pd.DataFrame, by: str = "speaker") -> pd.DataFrame:
    """Return each two members of a family that differ in a column, with the words only one of them has.

    Parameters
    ----------
    compared : DataFrame
        What `compare` returns.
    by : str
        A column: "speaker", "said_begin", or "article_id" in a corpus. Members without a value are left out.

    Returns
    -------
    DataFrame
        `family left right left_text right_text only_left only_right likeness`, one row per pair.

    >>> said = pd.DataFrame({"text": ["a limitless friendship", "a friendship without any limits"]})
    >>> said = said.assign(speaker=["Xi Jinping", "Mao Ning"], event_id=None, said_begin=None, said_end=None)
    >>> side_by_side(compare(said))[["left", "right"]].values.tolist()
    [['Xi Jinping', 'Mao Ning']]
    """
    for column in ("family", by):
        if column not in compared.columns:
            raise error("no_quotes_table", "the table", columns=column)
    rows = []
    for family, members in compared.dropna(subset=["family", by]).groupby("family"):
        told = list(zip(members[by].map(_name), _words(members), strict=True))
        for (left, text), (right, other) in combinations(told, 2):
            if left != right:
                rows.append(
                    {
                        "family": int(str(family)),
                        "left": left,
                        "right": right,
                        "left_text": text,
                        "right_text": other,
                        "only_left": unmatched(text, other),
                        "only_right": unmatched(other, text),
                        "likeness": likeness(text, other),
                    }
                )
    return frame(rows, _SIDES)


def _words(quotes: pd.DataFrame) -> pd.Series[str]:
    """Return the speakers' own words where some stand in marks, else what is told of them."""
    text = quotes["text"].astype("string")
    return (quotes["own_words"].fillna(text) if "own_words" in quotes.columns else text).fillna("")


def _name(value: Any) -> str:  # noqa: ANN401 - a cell of a table
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a word or its kin."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for key in {key for term in terms(text) for key in keys(term.base)}:
            by_key[key].append(i)
    pairs = {
        pair for places in by_key.values() if len(places) <= _TOO_COMMON for pair in combinations(places, 2)
    }
    yield from sorted(pairs)


def _prior(quotes: pd.DataFrame) -> Measure:
    """Return what speaks for two quotations being one beside their words."""
    articles = quotes["article_id"] if "article_id" in quotes.columns else [""] * len(quotes)
    speakers = [None if pd.isna(s) else str(s) for s in quotes["speaker"]]
    occasions = [
        None if pd.isna(e) else (str(a), str(e)) for a, e in zip(articles, quotes["event_id"], strict=True)
    ]
    days = [
        None if pd.isna(b) else (b, e) for b, e in zip(quotes["said_begin"], quotes["said_end"], strict=True)
    ]

    def prior(i: int, j: int) -> float:
        found = 0.0
        if speakers[i] and speakers[j]:
            found += SAME_SPEAKER if speakers[i] == speakers[j] else OTHER_SPEAKER
        found += SAME_OCCASION * (occasions[i] is not None and occasions[i] == occasions[j])
        return found + SAME_DAYS * (days[i] is not None and days[i] == days[j])

    return prior


def _families(pairs: dict[tuple[int, int], float], prior: Measure, threshold: float) -> list[list[int]]:
    """Return the members of each family: average linkage, the likest pair first."""
    score = {pair: alike + prior(*pair) for pair, alike in pairs.items()}
    family: dict[int, list[int]] = {i: [i] for pair in pairs for i in pair}
    for (i, j), alike in sorted(score.items(), key=lambda item: (-item[1], item[0])):
        if alike < threshold:
            break
        one, two = family[i], family[j]
        if one is two:
            continue
        links = [score.get((min(a, b), max(a, b)), 0.0) for a in one for b in two]
        if sum(links) / len(links) >= threshold:
            one += two
            for member in two:
                family[member] = one
    found = {id(members): sorted(members) for members in family.values() if len(members) > 1}
    return sorted(found.values())


def _with_families(
    quotes: pd.DataFrame,
    texts: Sequence[str],
    families: list[list[int]],
    pairs: dict[tuple[int, int], float],
) -> pd.DataFrame:
    numbers: list[int | None] = [None] * len(quotes)
    nearest: list[float | None] = [None] * len(quotes)
    only_here: list[tuple[str, ...]] = [()] * len(quotes)
    for number, members in enumerate(families):
        for i in members:
            others = [j for j in members if j != i]
            numbers[i] = number
            nearest[i] = max(pairs.get((min(i, j), max(i, j)), 0.0) for j in others)
            lacking = Counter(word for j in others for word in dict.fromkeys(unmatched(texts[i], texts[j])))
            only_here[i] = tuple(word for word, times in lacking.items() if times * 2 > len(others))
    return quotes.assign(
        family=pd.array(numbers, dtype="Int64"),
        likeness=pd.array(nearest, dtype="Float64"),
        only_here=pd.Series(only_here, index=quotes.index, dtype=object),
    )
