"""Measurements: ratios within one run, on this machine, never asserted by a test."""
