"""Who may do what: every operation, tried by everybody who should not be able to do it.

A new operation needs its name in one of the lists below, and nothing else: its path is filled in
from a world with one of everything, and its body is the contract's example.
"""

from collections import Counter
from collections.abc import Mapping

from fastapi import FastAPI
from httpx import AsyncClient
from waymark.http.access import Role
from waymark.main import API_ROUTERS

from tests.contract.operations import Operation, operations_of
from tests.factories.people import Person
from tests.factories.world import a_world


def _names(text: str) -> list[str]:
    return text.split()


#: Needs nobody to be signed in.
PUBLIC = _names("""
    signIn redeemLink previewInvitation acceptInvitation sendEvents
""")

#: For everybody who is signed in: about themselves, or the same for all.
OWN = _names("""
    getSession signOut updateMe listWorkspaces createWorkspace listTemplates listSourceFormats
    listRules getRuleExamples validateMap validatePersona validateTouchpoint
""")

#: By the least role in the workspace that is needed.
NEEDS = {
    Role.VIEWER: _names("""
        getWorkspace listMembers
        listPersonas getPersona listChannels getChannel listTouchpoints getTouchpoint
        listMaps getMap listChanges getMeasures getMapFile
        listMapFindings listPersonaFindings listTouchpointFindings listWorkspaceFindings
        listFindingSubjects listMapScores getMapQuality streamMap getFindingSettings
        listDismissals getPersonaSegment
        listStages getStage listSteps getStep listLanes getLane listCards getCard
        listPlacements getPlacement listEmotions getEmotion
        listSources getSource
    """),
    Role.EDITOR: _names("""
        createPersona updatePersona deletePersona
        createChannel updateChannel deleteChannel
        createTouchpoint updateTouchpoint deleteTouchpoint
        createMap createMapFromFile updateMap deleteMap duplicateMap changeMapByOperations
        fixMapFinding createDismissal deleteDismissal
        createStage updateStage deleteStage createStep updateStep deleteStep
        createLane updateLane deleteLane createCard updateCard deleteCard
        createPlacement updatePlacement deletePlacement
        createEmotion updateEmotion deleteEmotion
        createSource updateSource deleteSource rotateSecret
        previewMapping listDeliveries getDelivery replayDelivery listQuarantine
        listQuarantineTotals createReplay listReplays getReplay
        createImport sendImportPart listImports getImport previewImport
        startImport stopImport resumeImport discardImport
        listCustomers getCustomer listCustomerEvents getCustomerExport listTraits
    """),
    Role.ADMIN: _names("""
        updateWorkspace updateMember removeMember updateFindingSettings
        listInvitations createInvitation revokeInvitation
        listApiKeys createApiKey revokeApiKey
        createErasure listErasures getErasure listAuditEntries
    """),
}

LOWER = {Role.EDITOR: Role.VIEWER, Role.ADMIN: Role.EDITOR}


def _least_role(operation: Operation) -> Role:
    return next(role for role, names in NEEDS.items() if operation.name in names)


def _in_workspaces(app: FastAPI) -> list[Operation]:
    known = {name for names in NEEDS.values() for name in names}
    return [operation for operation in operations_of(app) if operation.name in known]


async def _try(operation: Operation, client: AsyncClient, ids: Mapping[str, str]) -> int:
    return (await operation.send(client, ids)).status_code


async def test_every_operation_is_listed_once(app: FastAPI) -> None:
    listed = Counter([*PUBLIC, *OWN, *(name for names in NEEDS.values() for name in names)])
    assert listed == Counter(operation.name for operation in operations_of(app))


async def test_every_route_of_the_api_is_in_the_contract() -> None:
    hidden = [
        route
        for router in API_ROUTERS
        for route in router.routes
        if not getattr(route, "include_in_schema", False)
    ]
    assert hidden == []


async def test_without_credentials_it_is_401_unless_declared_public(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    ids = (await a_world(app)).ids
    operations = list(operations_of(app))
    assert {operation.name for operation in operations if operation.public} == set(PUBLIC)
    answers = {
        operation.name: await _try(operation, anonymous, ids)
        for operation in operations
        if not operation.public
    }
    assert {name: status for name, status in answers.items() if status != 401} == {}


async def test_in_another_workspace_it_is_404(app: FastAPI, stranger: Person) -> None:
    ids = (await a_world(app)).ids
    answers = {
        operation.name: await _try(operation, stranger.client, ids)
        for operation in _in_workspaces(app)
    }
    assert {name: status for name, status in answers.items() if status != 404} == {}


async def test_below_ones_own_it_is_404_for_what_is_in_another_workspace(
    app: FastAPI,
) -> None:
    """`/workspaces/{mine}/…/{theirs}` is no way in either."""
    mine, theirs = await a_world(app), await a_world(app)
    answers = {}
    for operation in _in_workspaces(app):
        if len(operation.parameters) > 1:
            last = operation.parameters[-1]
            ids = {**mine.ids, last: theirs.ids[last]}
            answers[operation.name] = await _try(operation, mine.people[Role.ADMIN], ids)
    assert answers
    assert {name: status for name, status in answers.items() if status != 404} == {}


async def test_with_too_little_a_role_it_is_403(app: FastAPI) -> None:
    world = await a_world(app)
    answers = {
        operation.name: await _try(operation, world.people[LOWER[role]], world.ids)
        for operation in _in_workspaces(app)
        if (role := _least_role(operation)) in LOWER
    }
    assert {name: status for name, status in answers.items() if status != 403} == {}


async def test_with_the_least_role_that_is_listed_one_is_let_in(app: FastAPI) -> None:
    """The refusals above are about the role: with it, only the content may still be refused."""
    world = await a_world(app)
    answers = {}
    for operation in sorted(_in_workspaces(app), key=_parts_before_wholes):
        client = world.people[_least_role(operation)]
        answers[operation.name] = await _try(operation, client, world.ids)
    refused = {name: status for name, status in answers.items() if status in {401, 403, 404}}
    assert refused == {}


def _parts_before_wholes(operation: Operation) -> int:
    """Deletions come last, in the reverse order of the list."""
    if operation.method != "DELETE":
        return -1000
    return -NEEDS[_least_role(operation)].index(operation.name)
