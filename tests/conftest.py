"""What every test may use: the pipeline, loaded once."""

from __future__ import annotations

import pytest

from explore.reader import pipeline


@pytest.fixture(scope="session")
def nlp():
    """Return the pipeline that ships, with the four components."""
    return pipeline()
