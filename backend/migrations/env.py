"""Runs the migrations, on SQLite and PostgreSQL alike, one process at a time."""

from alembic import context
from sqlalchemy import Connection, create_engine, pool, text
from waymark.db.base import Base
from waymark.models import import_all
from waymark.settings import Settings

LOCK_TIMEOUT = "10s"
STATEMENT_TIMEOUT = "10min"
ADVISORY_LOCK = 8_412_077

import_all()


def run(connection: Connection) -> None:
    """Upgrade over `connection`, in one transaction."""
    sqlite = connection.dialect.name == "sqlite"
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=sqlite,
        compare_type=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        if not sqlite:
            connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
            connection.execute(text(f"SET LOCAL statement_timeout = '{STATEMENT_TIMEOUT}'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))
        context.run_migrations()


def main() -> None:
    """Use the caller's connection if there is one, else the settings' database."""
    given = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    url = Settings().sqlalchemy_url.replace("+aiosqlite", "")
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as connection:
        run(connection)


main()
