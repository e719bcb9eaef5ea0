"""How well quotations are found and attributed, on annotated articles."""
