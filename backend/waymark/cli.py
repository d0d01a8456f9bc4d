"""The `waymark` command."""

from pathlib import Path

import click
import orjson
import uvicorn
from sqlalchemy import create_engine

from waymark import __version__
from waymark.db.migrate import upgrade
from waymark.http import contract
from waymark.main import create_app
from waymark.settings import Settings


@click.group()
@click.version_option(__version__, prog_name="waymark")
def main() -> None:
    """Waymark: the customer journey map that checks itself."""


@main.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    _migrate(Settings())
    click.echo("The database is up to date.")


@main.command()
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=int, help="Port to listen on.  [default: 8000]")
def serve(host: str | None, port: int | None) -> None:
    """Serve the API, and the web app if it is built."""
    given = {"host": host, "port": port}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=10,
        proxy_headers=False,
    )


@main.command("export-openapi")
@click.argument("file", type=click.Path(path_type=Path), default="openapi/openapi.json")
def export_openapi(file: Path) -> None:
    """Write the contract to FILE."""
    document = contract.build(create_app(Settings(secret_key="not used")))
    file.write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n")
    click.echo(f"{file}: {len(document['paths'])} paths")


def _migrate(settings: Settings) -> None:
    if not settings.database_url:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = create_engine(settings.sqlalchemy_url.replace("+aiosqlite", ""))
    with engine.connect() as connection:
        upgrade(connection)
    engine.dispose()
