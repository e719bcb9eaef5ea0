"""Articles in: from files, addresses, pastes and collections."""

from explore.sources.collection import Collection, load_all
from explore.sources.load import load
from explore.sources.single import holds_many

__all__ = ["Collection", "holds_many", "load", "load_all"]
