"""`make bench`."""

from tests.bench import findings, ingest, maps

maps.run()
findings.run()
ingest.run()
