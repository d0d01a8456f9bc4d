"""The `waymark` command."""

import asyncio
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
import orjson
import uvicorn
from sqlalchemy import create_engine

from waymark import __version__
from waymark.background import run_until_stopped
from waymark.checks.commands import check, export_group, import_map
from waymark.db.migrate import upgrade
from waymark.http import contract
from waymark.http.logs import configure_logging
from waymark.imports.commands import import_group
from waymark.main import create_app
from waymark.serving import Server
from waymark.settings import Settings
from waymark.simulation.commands import simulate
from waymark.startup import first_link, new_link

STARTUP_FAILURE = 3

HOST = click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
PORT = click.option("--port", type=int, help="Port to listen on.  [default: 8000]")


@click.group()
@click.version_option(__version__, prog_name="waymark")
def main() -> None:
    """Waymark: the customer journey map that checks itself."""


main.add_command(import_group)
main.add_command(export_group)
main.add_command(check)
import_group.add_command(import_map)
main.add_command(simulate)


@main.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    _migrate(Settings())
    click.echo("The database is up to date.")


@main.command()
@HOST
@PORT
def serve(host: str | None, port: int | None) -> None:
    """Serve the API, and the web app if it is built."""
    _serve(_settings(host=host, port=port))


@main.command()
@HOST
@PORT
@click.option("--demo/--no-demo", default=True, help="Fill a new installation with the demo.")
def start(host: str | None, port: int | None, demo: bool) -> None:
    """Migrate, set up on the first start, print a sign-in link while needed, and serve."""
    settings = _settings(host=host, port=port)
    configure_logging(settings.model_copy(update={"log_level": "WARNING"}))
    _migrate(settings)
    token = asyncio.run(first_link(create_app(settings), demo))
    if token is not None:
        _print_link(settings, token)
    click.echo(f"Waymark runs at {settings.base_url}  (stop with Ctrl+C)")
    _serve(settings)


@main.command()
@click.option("--email", help="Whose link; without it the first account's.")
def link(email: str | None) -> None:
    """Print a new one-time link that signs a person in."""
    settings = Settings()
    token = asyncio.run(new_link(create_app(settings), email))
    if token is None:
        raise click.ClickException("There is no such account.")
    _print_link(settings, token)


@main.command()
def worker() -> None:
    """Process deliveries in a process of their own, until stopped."""
    settings = Settings()
    configure_logging(settings)
    asyncio.run(run_until_stopped(settings))


def _print_link(settings: Settings, token: str) -> None:
    click.echo("\nOpen this link to sign in. It works once, for seven days:\n")
    click.echo(f"  {settings.base_url}/welcome#{token}\n")


def _settings(**given: Any) -> Settings:
    return Settings(**{name: value for name, value in given.items() if value is not None})


def _serve(settings: Settings) -> None:
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=10,
        proxy_headers=False,
    )
    server = Server(config, app.state.map_watch.stop)
    with suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        sys.exit(STARTUP_FAILURE)


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
