"""The uploaded files: below the data directory, each under the id of its import."""

import os
from collections.abc import Collection
from pathlib import Path

from waymark.kit.errors import Unavailable


class OutOfStep(Exception):
    """The part begins after the end of what is there."""


class Files:
    """Keeps files while their imports are not finished."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def path(self, import_id: str) -> Path:
        """Where the file of an import is."""
        return self._directory / import_id

    def write(self, import_id: str, offset: int, part: bytes) -> int:
        """Put a part at its place, in place of whatever was from there on; answers the size.

        So the same part can be sent twice. Raises OutOfStep, Unavailable when the disk is full.
        """
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.path(import_id), os.O_CREAT | os.O_RDWR, 0o600)
            with os.fdopen(handle, "r+b") as file:
                if file.seek(0, os.SEEK_END) < offset:
                    raise OutOfStep
                file.seek(offset)
                file.write(part)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
                return file.tell()
        except OSError as error:
            raise Unavailable(
                "The file cannot be written just now; the disk may be full."
            ) from error

    def names(self) -> set[str]:
        """The imports that there are files of."""
        try:
            return {path.name for path in self._directory.iterdir()}
        except FileNotFoundError:
            return set()

    def remove(self, names: Collection[str]) -> None:
        """Remove the files of these imports."""
        for name in names:
            self.path(name).unlink(missing_ok=True)
