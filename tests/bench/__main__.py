"""`make bench`."""

from tests.bench import ingest, maps

maps.run()
ingest.run()
