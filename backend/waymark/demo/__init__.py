"""The demo workspace "Fernwood Home": its map, and the customers who walk through it."""
