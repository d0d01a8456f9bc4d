"""Sources as the intake needs them: at hand for every request, and never out of date for long.

Reading the source from the database for each request would cost more than all the rest. So it is
remembered, and the transaction that stores a delivery confirms that the source is still at the
revision by which the request was judged (committing.py); if not, it is judged again.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from waymark.db.engine import Database
from waymark.ingest.formats.base import Format, Trust
from waymark.ingest.models import Source
from waymark.ingest.sources import queries
from waymark.ingest.sources.rotation import active_secrets
from waymark.ingest.sources.understanding import format_of
from waymark.kit.clock import utcnow
from waymark.kit.errors import Gone, NotFound
from waymark.kit.vault import Vault

MAX_REMEMBERED = 1000
PAUSED, RETIRED = "paused", "retired"


class UnknownSource(NotFound):
    """No source has this address."""

    code = "unknown_source"


class SourceRetired(Gone):
    """The source takes nothing in any more."""

    code = "source_retired"
    title = "This source is retired"


@dataclass(frozen=True, slots=True)
class KnownSource:
    """What a request is judged by."""

    id: str
    workspace_id: str
    revision: int
    paused: bool
    format: Format
    settings: Mapping[str, str]
    secrets: Sequence[str]
    rotating_until: datetime | None

    def trust(self, now: datetime) -> Trust:
        """What its requests are checked against now."""
        rotated = self.rotating_until is not None and now >= self.rotating_until
        return Trust(self.secrets[:1] if rotated else self.secrets, self.settings)


class Sources:
    """Finds sources by the key in their address, and remembers them."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault
        self._known: OrderedDict[str, KnownSource] = OrderedDict()

    def remembered(self, key: str) -> KnownSource | None:
        """The source as it was when it was last looked up, if it was."""
        return self._known.get(key)

    async def fresh(self, key: str) -> KnownSource:
        """The source as it is now. Raises UnknownSource, SourceRetired, Unavailable."""
        self._known.pop(key, None)
        async with self._database.reading() as session:
            source = await queries.source_by_key(session, key)
        if source is None:
            raise UnknownSource("There is no source at this address.")
        if source.state == RETIRED:
            raise SourceRetired("This source was retired; it takes nothing in any more.")
        known = self._known[key] = self._open(source)
        while len(self._known) > MAX_REMEMBERED:
            self._known.popitem(last=False)
        return known

    def _open(self, source: Source) -> KnownSource:
        return KnownSource(
            id=source.id,
            workspace_id=source.workspace_id,
            revision=source.revision,
            paused=source.state == PAUSED,
            format=format_of(source),
            settings=source.settings,
            secrets=active_secrets(source, self._vault, utcnow()),
            rotating_until=source.previous_secret_until,
        )
