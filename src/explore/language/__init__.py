"""The bare English pipeline, and one view of its labels and of a text's layout."""

from explore.language.labels import Labels, labels
from explore.language.layout import paragraph_spans, sentence_around
from explore.language.load import load_language

__all__ = ["Labels", "labels", "load_language", "paragraph_spans", "sentence_around"]
