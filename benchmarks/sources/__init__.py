"""How well articles are found in pastes and pages."""
