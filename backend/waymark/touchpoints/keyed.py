"""What channels and touchpoints have in common: a key of their own in the workspace."""

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.flush import flush_or
from waymark.http.records import Records
from waymark.http.usage import InUse
from waymark.kit.errors import Conflict, DuplicateId, Fault, NotFound
from waymark.kit.text import slugify, unique_slug
from waymark.touchpoints import queries
from waymark.touchpoints.models import KeyedRecord

MAX_ALL = 5_000

K = TypeVar("K", bound=KeyedRecord)


class KeyedRecords(Records[K]):
    """Records whose keys are unique in their workspace."""

    def __init__(
        self,
        model: type[K],
        kind: str,
        missing: type[NotFound],
        in_use: type[InUse],
        key_taken: type[Conflict],
        *,
        word_break: str,
    ) -> None:
        super().__init__(model, kind, missing, in_use)
        self._key_taken = key_taken
        self._word_break = word_break

    async def add(self, session: AsyncSession, workspace_id: str, fields: dict[str, Any]) -> K:
        """A new one; without a `key` it gets one made from its name.

        Raises `key_taken`, DuplicateId.
        """
        key = fields["key"] or await self._free_key(session, workspace_id, fields["name"])
        await self._refuse_taken(session, workspace_id, key, fields["id"])
        row = self.model(**{**fields, "key": key}, workspace_id=workspace_id)
        session.add(row)
        await flush_or(session, DuplicateId("There is already something with this id or key."))
        return row

    async def change(self, session: AsyncSession, row: K, changes: dict[str, Any]) -> K:
        """The row with other fields. Raises `key_taken`."""
        if "key" in changes:
            await self._refuse_taken(session, row.workspace_id, changes["key"], row.id)
        row.revise(changes)
        await flush_or(session, self._key_taken(f"Another {self.kind} has this key."))
        return row

    async def ids_by_key(
        self, session: AsyncSession, workspace_id: str, keys: Collection[str]
    ) -> dict[str, str]:
        """Ids by key of those in a workspace that have one of the keys."""
        return await queries.ids_by_key(session, self.model, workspace_id, keys)

    async def everything(self, session: AsyncSession, workspace_id: str) -> list[K]:
        """All of a workspace, for features that look at all of them: the first 5,000."""
        return await queries.all_of(session, self.model, workspace_id, MAX_ALL)

    async def _free_key(self, session: AsyncSession, workspace_id: str, name: str) -> str:
        slug = slugify(name, self.kind).replace("-", self._word_break)
        taken = await queries.keys_from(session, self.model, workspace_id, slug[:50])
        return unique_slug(slug, taken)

    async def _refuse_taken(
        self, session: AsyncSession, workspace_id: str, key: str, own_id: str
    ) -> None:
        taken = await self.ids_by_key(session, workspace_id, [key])
        if taken.get(key, own_id) != own_id:
            detail = f"Another {self.kind} has the key “{key}”."
            raise self._key_taken(detail, faults=[Fault("/key", self._key_taken.code, detail)])
