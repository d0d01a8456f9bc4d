"""Segments of personas: how many customers are like this, and by what they can be told apart."""

from waymark.customers import segments
from waymark.customers.segment_schemas import PersonaSegment, Trait, TraitList, TraitValue
from waymark.http.access import CallerDep, Role
from waymark.http.dependencies import SessionDep
from waymark.http.routing import api_router
from waymark.http.schema import Id
from waymark.personas import service as personas

router = api_router("customers")


@router.get("/personas/{persona_id}/segment")
async def get_persona_segment(
    persona_id: Id, caller: CallerDep, session: SessionDep
) -> PersonaSegment:
    """Count the customers of a persona's segment.

    Of all whose traits are known, those who meet every condition.
    """
    row = await personas.get_persona(session, caller, persona_id)
    matched, known = await segments.count_alike(session, row.workspace_id, row.segment)
    return PersonaSegment(
        persona_id=row.id, persona_revision=row.revision, matched=matched, known=known
    )


@router.get("/workspaces/{workspace_id}/traits")
async def list_traits(workspace_id: Id, caller: CallerDep, session: SessionDep) -> TraitList:
    """List the traits of customers.

    The 100 most frequent ones, with the values that many share. Values that few have tell who
    somebody is, and are left out. For editors.
    """
    caller.require(Role.EDITOR, workspace_id)
    found = await segments.traits_in(session, workspace_id)
    return TraitList(
        items=[
            Trait(
                name=name,
                customers=count,
                values=[TraitValue(value=value, customers=some) for value, some in values],
            )
            for name, count, values in found
        ]
    )
