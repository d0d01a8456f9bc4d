"""Bringing a database to the newest schema, from inside the program."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

BACKEND = Path(__file__).resolve().parents[2]


def alembic_config() -> Config:
    """The configuration beside the migrations."""
    return Config(BACKEND / "alembic.ini")


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run every migration up to `revision` over an open synchronous connection."""
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
