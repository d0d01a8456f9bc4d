"""The rules. Importing this package registers all of them."""

from waymark.findings.rules import evidence, lanes, maps, personas, stages, touchpoints

__all__ = ["evidence", "lanes", "maps", "personas", "stages", "touchpoints"]
