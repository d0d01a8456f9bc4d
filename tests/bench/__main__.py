"""`make bench`."""

from tests.bench import maps

maps.run()
