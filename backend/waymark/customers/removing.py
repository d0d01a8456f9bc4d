"""Forgetting customers: their keys, links and traits."""

from collections.abc import Collection
from typing import Any

import orjson
from sqlalchemy import delete, or_
from sqlalchemy.ext.asyncio import AsyncSession

from waymark.customers import queries
from waymark.customers.learning import relearn
from waymark.customers.models import CustomerKey, CustomerLink, CustomerTrait
from waymark.db.locks import take_turns
from waymark.db.portions import portions


async def forget(
    session: AsyncSession, workspace_id: str, keys: Collection[str], mentions: Collection[str]
) -> None:
    """Remove all that is known under these keys; whose the other keys are is derived anew.

    Of other customers those traits go that mention any of these texts.
    """
    await take_turns(session, workspace_id)
    circles = await queries.circles_of(session, workspace_id, keys)
    around = set(await queries.keys_in(session, workspace_id, circles)) - set(keys)
    for some in portions(keys):
        await _delete(session, CustomerTrait, workspace_id, CustomerTrait.key.in_(some))
        await _delete(session, CustomerKey, workspace_id, CustomerKey.key.in_(some))
        linked = or_(CustomerLink.key.in_(some), CustomerLink.other.in_(some))
        await _delete(session, CustomerLink, workspace_id, linked)
    for text in mentions:
        in_json = orjson.dumps(text).decode()[1:-1]
        found = CustomerTrait.value.icontains(in_json, autoescape=True)
        await _delete(session, CustomerTrait, workspace_id, found)
    if around:
        await relearn(session, workspace_id, sorted(around))


async def _delete(session: AsyncSession, model: Any, workspace_id: str, which: Any) -> None:
    await session.execute(
        delete(model)
        .where(model.workspace_id == workspace_id, which)
        .execution_options(synchronize_session=False)
    )
