"""Articles in: from files, addresses, pastes and collections."""

from explore.sources.collection import Collection, load_all
from explore.sources.expand import holds_many
from explore.sources.load import load

__all__ = ["Collection", "holds_many", "load", "load_all"]
