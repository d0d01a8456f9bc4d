"""Waymark: the customer journey map that checks itself."""

__version__ = "0.1.0"
