"""Every operation under requests of every kind that the contract allows, and many it does not.

Schemathesis makes them from the contract, always the same ones, and holds what comes back against
it: no 500 from any body, no status and no body that the contract does not know, no wrong input
accepted and no right one refused.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from schemathesis.config import SchemathesisConfig
from waymark.http.access import Role
from waymark.http.etag import ETAG_PATTERN
from waymark.main import create_app
from waymark.settings import Settings

from tests.contract.live import LiveServer, serving
from tests.factories.world import World, a_world

HERE = Path(__file__).parent

schema = schemathesis.openapi.from_path(
    HERE.parents[1] / "openapi" / "openapi.json",
    config=SchemathesisConfig.from_path(HERE / "schemathesis.toml"),
)

#: Codes of single values that are against a rule no pattern can express.
BEYOND_A_SCHEMA = {"not_an_order_key"}

#: Ids that are exchanged for real ones: three of four.
INVENTED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{11}[4-9a-f]")
ETAG = re.compile(ETAG_PATTERN)


@pytest.fixture(scope="module")
def live(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """The application with a database of its own."""
    directory = tmp_path_factory.mktemp("live")
    shutil.copy(sqlite_template, directory / "waymark.db")
    settings = Settings(
        data_dir=directory, secret_key="only for tests", log_level="ERROR", stream_seconds=0
    )
    app = create_app(settings)
    with serving(app) as server:
        yield server


@pytest.fixture
def world(live: LiveServer) -> World:
    """A workspace with one of everything."""
    return live.run(a_world(live.app))


@schema.parametrize()
@hypothesis_settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_every_request_gets_an_answer_that_the_contract_knows(
    case: schemathesis.Case, live: LiveServer, world: World
) -> None:
    _name_real_things(case, world.ids)
    case.call_and_validate(
        base_url=live.url,
        cookies=dict(world.people[Role.ADMIN].cookies),
        additional_checks=[what_the_contract_allows_is_not_called_invalid],
    )


def what_the_contract_allows_is_not_called_invalid(
    context: schemathesis.CheckContext,
    response: schemathesis.Response,
    case: schemathesis.Case,
) -> None:
    """`invalid` is what a schema says, other codes are rules that a schema cannot express."""
    assert case.meta is not None
    if case.meta.generation.mode.is_positive and response.status_code == 422:
        problem = response.json()
        codes = {error["code"] for error in problem["errors"]}
        assert problem["code"] != "invalid" or codes <= BEYOND_A_SCHEMA, problem["detail"]


def _name_real_things(case: schemathesis.Case, ids: dict[str, str]) -> None:
    """Let most ids lead to something that is there, and some writes know its version."""
    case.path_parameters = _with_real_ids(case.path_parameters, ids)
    case.body = _with_real_ids(case.body, ids)
    tag = str((case.headers or {}).get("if-match", ""))
    if ETAG.fullmatch(tag) and len(tag) % 3:
        case.headers["if-match"] = f'"{len(tag) % 3}"'


def _with_real_ids(part: Any, ids: dict[str, str]) -> Any:
    if isinstance(part, list):
        return [_with_real_ids(item, ids) for item in part]
    if isinstance(part, dict):
        return {
            name: ids[name]
            if name in ids and INVENTED.fullmatch(str(value))
            else _with_real_ids(value, ids)
            for name, value in part.items()
        }
    return part
