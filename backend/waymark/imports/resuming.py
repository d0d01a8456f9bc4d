"""How far an import has come, kept beside the file, so that it can go on where it stopped.

The file is read again from its beginning, without sending: that costs little, and so every row
gets the id that it would have had. Losing what is kept costs time and no more.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waymark.imports.pushing import Tally

ENDING = ".waymark-import"
_ENDS = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Progress:
    """What was sent, and what became of it."""

    rows: int
    left_out: int
    tally: Tally


class Bookmark:
    """The place where a file's import stopped; for this file, address and mapping only."""

    def __init__(self, file: Path, said: Sequence[Any]) -> None:
        """`said` is everything that decides what the rows become and where they are sent."""
        self._path = file.with_name(file.name + ENDING)
        content = [_fingerprint(file), [str(one) for one in said]]
        self._of = hashlib.sha256(json.dumps(content).encode()).hexdigest()

    def read(self) -> Progress | None:
        """Where to go on; nothing where there is no place, or that of another import."""
        try:
            content = json.loads(self._path.read_bytes())
            if content["of"] != self._of:
                return None
            tally = Tally.from_json(content["tally"])
            return Progress(int(content["rows"]), int(content["left_out"]), tally)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, progress: Progress) -> bool:
        """Keep this place. False where nothing can be written beside the file."""
        content = {
            "of": self._of,
            "rows": progress.rows,
            "left_out": progress.left_out,
            "tally": progress.tally.as_json(),
        }
        fresh = self._path.with_name(self._path.name + ".new")
        try:
            fresh.write_text(json.dumps(content))
            fresh.replace(self._path)
        except OSError:
            return False
        return True

    def remove(self) -> None:
        """The import is complete."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return


def _fingerprint(file: Path) -> str:
    """The same for a file with the same size, beginning and end."""
    size = file.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with file.open("rb") as content:
        digest.update(content.read(_ENDS))
        content.seek(max(0, size - _ENDS))
        digest.update(content.read(_ENDS))
    return digest.hexdigest()
