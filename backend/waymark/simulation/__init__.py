"""Customers who are not there: a population walks through a map, its events are sent."""
