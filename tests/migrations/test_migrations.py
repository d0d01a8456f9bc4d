"""The schema: what the migrations make is what the code expects."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect
from waymark.db.base import Base
from waymark.db.migrate import alembic_config, upgrade
from waymark.models import import_all
from waymark.settings import Settings

import_all()


@pytest.fixture
def engine(settings: Settings) -> Engine:
    """A synchronous engine on the test's migrated database."""
    return create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))


def test_the_migrations_make_exactly_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    with engine.connect() as connection:
        before = sorted(inspect(connection).get_table_names())
        upgrade(connection)
        assert sorted(inspect(connection).get_table_names()) == before
    engine.dispose()


def test_migrations_can_be_taken_back_and_run_again(engine: Engine) -> None:
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        _downgrade(connection)
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
        upgrade(connection)
        assert set(inspect(connection).get_table_names()) == tables
    engine.dispose()


def _downgrade(connection: Connection) -> None:
    config = alembic_config()
    config.attributes["connection"] = connection
    command.downgrade(config, "base")


def test_there_is_one_line_of_dated_migrations() -> None:
    script = ScriptDirectory.from_config(alembic_config())
    assert len(script.get_heads()) == 1
    for revision in script.walk_revisions():
        date, _, slug = revision.revision.partition("_")
        assert len(date) == 8
        assert date.isdigit()
        assert slug
