"""Who said what to whom, when: quotations found, attributed, dated, compared."""

from explore.quotes.compare import compare, side_by_side
from explore.quotes.component import make_quotes
from explore.quotes.quote import Quote, QuoteKind
from explore.quotes.table import quotes_table

__all__ = ["Quote", "QuoteKind", "compare", "make_quotes", "quotes_table", "side_by_side"]
