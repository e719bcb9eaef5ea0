"""What the tests of the quotes component may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import explore as ex

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd


@pytest.fixture(scope="session")
def quotes_in() -> Callable[..., pd.DataFrame]:
    """Return a function that reads a text and returns its quotes table."""

    def read(text: str, published: date | None = None) -> pd.DataFrame:
        return ex.read(ex.Article.from_text(text, published=published)).quotes

    return read
