"""Readers: one module a format, each with ``decode(data, name) -> Decoded``."""
