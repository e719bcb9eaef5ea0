"""Measure who is who on public and development data."""
