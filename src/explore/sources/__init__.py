"""Articles in: from files, addresses, pastes and collections."""

from explore.sources.collection import Collection, load_all
from explore.sources.load import load

__all__ = ["Collection", "load", "load_all"]
