"""Parquet, by row groups, with pyarrow: a large library, loaded only when there is such a file."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from waymark.imports.json_lines import flat
from waymark.imports.tables import BadFile, Row

ROWS = 1000
"""How many rows are unpacked at once."""
MAX_GROUP = 2 * 1024**3
"""How many bytes a row group may have when it is unpacked."""
MAX_METADATA = 64 * 1024 * 1024


class ParquetFile:
    """A Parquet file that is being read. Raises BadFile for what is not one."""

    def __init__(self, path: Path) -> None:
        arrow, parquet = _library()
        self._arrow = arrow
        try:
            self._file = parquet.ParquetFile(
                path,
                pre_buffer=False,
                buffer_size=1024 * 1024,
                thrift_string_size_limit=MAX_METADATA,
                thrift_container_size_limit=1_000_000,
            )
        except (arrow.ArrowException, OSError, ValueError) as error:
            raise BadFile(f"This is not Parquet: {_short(error)}") from error
        self.rows: int = self._file.metadata.num_rows
        self.done = 0
        self._refuse_giants()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def read(self) -> Iterator[Row]:
        """The rows, with what is nested in structures under names such as `customer.id`."""
        try:
            for batch in self._file.iter_batches(batch_size=ROWS):
                for values in self._plain(batch).to_pylist():
                    self.done += 1
                    yield Row(self.done, flat(values))
        except (self._arrow.ArrowException, OSError, ValueError, OverflowError) as error:
            raise BadFile(f"The file breaks off after row {self.done}: {_short(error)}") from error

    def _refuse_giants(self) -> None:
        metadata = self._file.metadata
        for number in range(metadata.num_row_groups):
            if metadata.row_group(number).total_byte_size > MAX_GROUP:
                raise BadFile(f"Row group {number + 1} unpacks to more than 2 GB.")

    def _plain(self, batch: Any) -> Any:
        """Without nanoseconds, for which Python's own times have no place."""
        arrow = self._arrow
        fields = [
            field.with_type(arrow.timestamp("us", field.type.tz))
            if arrow.types.is_timestamp(field.type) and field.type.unit == "ns"
            else field
            for field in batch.schema
        ]
        return arrow.Table.from_batches([batch]).cast(arrow.schema(fields), safe=False)


def _library() -> tuple[Any, Any]:
    try:
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise BadFile(
            "Reading Parquet takes one more package: pip install 'waymark[parquet]'"
        ) from error


def _short(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200]
