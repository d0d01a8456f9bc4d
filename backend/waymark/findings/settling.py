"""What a workspace settles about rules: reading it, changing it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.db.flush import flush_or
from waymark.findings import queries
from waymark.findings.models import FindingSettings
from waymark.findings.thresholds import settle
from waymark.http.access import Caller, Role
from waymark.http.etag import ensure_current
from waymark.kit.clock import utcnow
from waymark.kit.errors import Stale

FIRST = 1


async def get_settings(session: AsyncSession, caller: Caller, workspace_id: str) -> FindingSettings:
    """What a workspace has settled; before it has settled anything, that. Raises NotFound."""
    caller.require(Role.VIEWER, workspace_id)
    return await queries.settings_of(session, workspace_id) or _unsettled(workspace_id)


async def change_settings(
    session: AsyncSession,
    caller: Caller,
    workspace_id: str,
    expected: int,
    changes: Mapping[str, Mapping[str, Any] | None],
) -> FindingSettings:
    """Settle something about some rules; null takes back what was settled.

    Raises NotFound, Forbidden, Stale, BadSetting.
    """
    caller.require(Role.ADMIN, workspace_id)
    found = await queries.settings_of(session, workspace_id, lock=True)
    row = found or _unsettled(workspace_id)
    ensure_current(expected, row.revision)
    rules = settle(row.rules, changes)
    if found is None:
        session.add(row)
    row.revise({"rules": rules})
    await flush_or(session, Stale("Somebody has just changed the settings."))
    return row


def _unsettled(workspace_id: str) -> FindingSettings:
    now = utcnow()
    return FindingSettings(
        workspace_id=workspace_id, revision=FIRST, created_at=now, updated_at=now, rules={}
    )
