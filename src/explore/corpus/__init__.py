"""Many articles: read in batches by several processes, kept as tables, saved as Parquet."""

from explore.corpus.corpus import Corpus
from explore.corpus.read_all import read_all

__all__ = ["Corpus", "read_all"]
