"""Tables and event logs, read row by row and pushed through the ingest address."""
