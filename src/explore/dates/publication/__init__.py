"""The day an article was published: stated, or worked out from the text as far as that allows."""

from explore.dates.publication.published import infer

__all__ = ["infer"]
