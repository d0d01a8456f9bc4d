"""`waymark check`: findings on the command line and in pipelines, and maps as files."""
