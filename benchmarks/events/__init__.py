"""How well events are found: python -m benchmarks.events [DATA_FOLDER]."""
