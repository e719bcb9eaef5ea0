"""As many articles as are wanted, no two alike: the paragraphs of the sample articles mixed, names added."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import explore as ex

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parents[2] / "data" / "articles"
_PARAGRAPHS = 10
_SYLLABLES = ("ka", "ro", "mi", "ten", "sul", "va", "li", "dor", "pe", "zan", "gu", "ril", "no", "sta", "ber")


def articles(number: int, seed: int = 0) -> Iterator[ex.Article]:
    """Yield articles of about 350 words, each with some names that stand in no other."""
    rng = random.Random(seed)
    paragraphs = [
        article.text[p.start_char : p.end_char]
        for article in ex.load_all(SAMPLES)
        for p in article.paragraphs
        if p.kind == "body"
    ]
    for n in range(number):
        chosen = rng.sample(paragraphs, _PARAGRAPHS)
        names = [_name(rng) for _ in range(4)]
        chosen[rng.randrange(_PARAGRAPHS)] += (
            f" {names[0]} of {names[1]} met {names[2]} in {names[3]} on {1 + n % 28} May."
        )
        yield ex.Article.from_text(f"Story {n}\n\n" + "\n\n".join(chosen))


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 5))).capitalize()
