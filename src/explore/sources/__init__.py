"""Articles in: from files, addresses, pastes and collections."""

from explore.sources.load import load

__all__ = ["load"]
