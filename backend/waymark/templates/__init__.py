"""Ready-made maps that teach: their authoring format, and how one becomes change operations."""
