"""Mending what a finding points at: shown first, then applied as a change like any other."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from waymark.findings import queries
from waymark.findings.catalogue import REGISTRY
from waymark.findings.errors import FindingNotFound, FixNoLongerApplies, NoFix
from waymark.findings.memory import FindingsMemory
from waymark.findings.messages import Messages
from waymark.findings.model import Fixing, Said, Subject
from waymark.findings.pages import fix_label
from waymark.findings.service import Inspector
from waymark.http.access import Caller
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id
from waymark.maps.cache import MapCache
from waymark.maps.changes import Applied, change_map, lock_map
from waymark.maps.document import Document
from waymark.maps.models import Map
from waymark.maps.operations import Operation, apply
from waymark.maps.wire import parse_operations


@dataclass(frozen=True, slots=True)
class Fixed:
    """What mends a finding, and what became of it: None if it was only shown."""

    key: str
    label: str
    revision: int
    operations: Sequence[Operation]
    applied: Applied | None


async def fix_finding(
    session: AsyncSession,
    memory: FindingsMemory,
    cache: MapCache,
    caller: Caller,
    said: Messages,
    map_id: str,
    key: str,
    *,
    really: bool,
) -> Fixed:
    """The operations that mend a finding as the map is now, applied if `really`.

    Raises MapNotFound, Forbidden, FindingNotFound, FixNoLongerApplies, NoFix.
    """
    row = await lock_map(session, caller, map_id)
    inspector = Inspector(session, memory, cache)
    context = await inspector.context(row.workspace_id)
    stored = await queries.evidence_of(session, row.workspace_id, Subject.MAP, [row.id])
    known = await inspector.check(row, context, stored.get(row.id))
    view = await inspector.view_of(row, context)
    said_here = (one for found in known.checked.found.values() for one in found)
    finding = next((one for one in said_here if one.key == key), None)
    if finding is None:
        raise _missing(row, view.document, key)
    rule, found = finding.rule, finding.found
    fixing = Fixing(caller.user_id, utcnow().date().isoformat(), new_id, said.text)
    wanted = rule.fix(view, found, fixing) if can_be_fixed(finding) and rule.fix else []
    if not wanted:
        raise NoFix("This needs a person to think about it.")
    operations = parse_operations(wanted)
    label = fix_label(rule, found.variant, said)
    if not really:
        shown = apply(view.document, operations).applied
        return Fixed(key, label, row.revision, shown, None)
    applied = await change_map(session, cache, caller, row, operations)
    return Fixed(key, label, applied.revision, applied.operations, applied)


def can_be_fixed(said: Said) -> bool:
    """Whether the rule of a finding knows how to mend it."""
    return said.rule.fix is not None and said.found.variant in said.rule.fixes


def _missing(row: Map, document: Document, key: str) -> Exception:
    """No longer there, if the key names a rule and a place of this map; else never was."""
    rule_id, _, rest = key.partition(".")
    place = rest.split(".")[1] if rest.count(".") else ""
    here = place == row.id or any(place in items for items in document.items.values())
    if REGISTRY.get(rule_id) is not None and here:
        return FixNoLongerApplies("There is nothing to mend here any more. Nothing was changed.")
    return FindingNotFound("There is no such finding on this map.")
