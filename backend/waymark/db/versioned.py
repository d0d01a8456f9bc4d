"""Rows with a revision: what ETag and If-Match are made of."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from waymark.kit.clock import utcnow


def _as_created(context: Any) -> datetime:
    created: datetime = context.get_current_parameters()["created_at"]
    return created


class Versioned:
    """A row that counts its revisions, and knows when it was made and last changed.

    A new row has revision 1 and two equal times, once it is flushed.
    """

    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=_as_created)

    def revise(self, changes: Mapping[str, Any]) -> None:
        """Set these fields; the row is at its next revision, changed now."""
        for name, value in changes.items():
            setattr(self, name, value)
        self.revision += 1
        self.updated_at = utcnow()
