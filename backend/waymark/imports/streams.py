"""Bytes and lines of files that may be hostile: counted, unpacked and cut off under limits."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from typing import IO

from waymark.imports.tables import BadFile

MAX_LINE = 1024 * 1024
"""The longest line that is read, in characters (of text) or bytes."""
MAX_RATIO = 250
RATIO_FROM = 64 * 1024 * 1024
"""From this many unpacked bytes on, a file may be at most MAX_RATIO times what was packed."""

_CHUNK = 64 * 1024
_NOT_DECODED = re.compile("[\ud800-\udfff]")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


class Unpacked(io.RawIOBase):
    """What a gzip file holds, read under a limit on how much larger that is."""

    def __init__(self, packed: IO[bytes]) -> None:
        super().__init__()
        self._packed = packed
        self._plain = gzip.GzipFile(fileobj=packed)
        self._read = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """The next bytes. Raises BadFile for broken gzip, or for what unpacks to far too much."""
        try:
            count = self._plain.readinto(buffer)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise BadFile(f"The file is not whole gzip: {error}.") from error
        self._read += count
        if self._read > RATIO_FROM and self._read > MAX_RATIO * self._packed.tell():
            raise BadFile(f"The file unpacks to more than {MAX_RATIO} times its size.")
        return count


def unpacked(file: IO[bytes]) -> IO[bytes]:
    """The content of a file, which is gzip if it begins like that."""
    magic = file.read(2)
    file.seek(0)
    return io.BufferedReader(Unpacked(file), _CHUNK) if magic == b"\x1f\x8b" else file


def text_lines(content: IO[bytes], encoding: str = "") -> Iterator[str]:
    """The lines of a text with their ends. The encoding is UTF-8 unless given or marked.

    Raises BadFile, with the number of the line, for what is not text in that encoding, for NUL
    characters and for lines of more than MAX_LINE characters.
    """
    buffered = io.BufferedReader(content, _CHUNK) if isinstance(content, io.RawIOBase) else content
    encoding = encoding or _marked(buffered)
    try:
        text = io.TextIOWrapper(buffered, encoding, errors=_lenient(encoding), newline="")
    except LookupError as error:
        raise BadFile(f"There is no encoding “{encoding}”.") from error
    yield from _checked(text, encoding)
    text.detach()  # what is below stays open, and its position known


def _checked(text: io.TextIOWrapper, encoding: str) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        try:
            line = text.readline(MAX_LINE + 1)
        except UnicodeError as error:
            raise _wrong_encoding(number, encoding) from error
        if not line:
            return
        if len(line) > MAX_LINE:
            raise BadFile(f"Line {number} has more than {MAX_LINE:,} characters.")
        if "\0" in line:
            raise BadFile(f"Line {number} has a NUL character: this is not a text file.")
        if not line.isascii() and _NOT_DECODED.search(line):
            raise _wrong_encoding(number, encoding)
        yield line


def byte_lines(content: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file; of one that is longer than MAX_LINE bytes only the beginning."""
    while line := content.readline(MAX_LINE + 1):
        rest = line
        while len(rest) > MAX_LINE and not rest.endswith(b"\n"):
            rest = content.readline(MAX_LINE + 1)
        yield line


def _marked(content: IO[bytes]) -> str:
    """The encoding that a byte order mark shows, else UTF-8."""
    start = content.peek(4)[:4] if isinstance(content, io.BufferedReader) else b""
    return next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")


def _lenient(encoding: str) -> str:
    """So that a wrong byte is found in its line, not in the block that is decoded at once."""
    return "surrogateescape" if encoding.lower().startswith(("utf-8", "utf8")) else "strict"


def _wrong_encoding(number: int, encoding: str) -> BadFile:
    return BadFile(f"Line {number} is not {encoding}.", "Say what it is with --encoding.")
