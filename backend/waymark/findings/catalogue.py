"""The registry with all rules in it."""

from waymark.findings import rules
from waymark.findings.registry import REGISTRY

__all__ = ["REGISTRY", "rules"]
