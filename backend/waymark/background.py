"""What is done in the background, put together: the worker, in a process of its own.

It knows nothing of the web, so that it starts in half the time and needs half the memory.
"""

import asyncio
import gc
import signal
import sys

from waymark.db.engine import Database
from waymark.findings.measuring import Measuring
from waymark.http.logs import configure_logging
from waymark.imports.uploads.files import Files
from waymark.imports.uploads.working import Importer
from waymark.ingest.intake.committing import Committer
from waymark.ingest.intake.quotas import Quotas
from waymark.ingest.intake.receiving import Intake
from waymark.ingest.processing.worker import run_worker
from waymark.ingest.sources.known import Sources
from waymark.jobs import loop
from waymark.jobs.beside import CHORES, DELIVERIES, IMPORTS, Wakes, new_wakes, obey_server
from waymark.kit.vault import Vault, load_key
from waymark.maps.cache import MapCache
from waymark.privacy.chores import Chores
from waymark.settings import Settings


def make_intake(settings: Settings, database: Database, vault: Vault) -> Intake:
    """The way in for deliveries: requests come to it, and batches of imported files."""
    quotas = Quotas(settings.source_events_per_second, settings.source_events_burst)
    return Intake(Sources(database, vault), Committer(database), quotas)


def make_files(settings: Settings) -> Files:
    """Where uploaded files wait to be imported."""
    return Files(settings.data_dir / "imports")


def tune_python() -> None:
    """Have Python interrupt less for garbage, and more for other threads (docs/decisions/0006).

    What is loaded now lives as long as the process: looking whether it is garbage would cost tens
    of milliseconds on every full collection. And a thread of the database that has its answer waits
    for whichever thread runs: by default five milliseconds, twice as long as reading a map takes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    sys.setswitchinterval(0.0002)


async def run_background(settings: Settings, wakes: Wakes, stop: asyncio.Event) -> None:
    """Process deliveries, import files, do what else there is in the background, until `stop`."""
    tune_python()
    database = Database(settings.sqlalchemy_url)
    vault = Vault(load_key(settings.secret_key, settings.data_dir))
    intake, files = make_intake(settings, database, vault), make_files(settings)
    chores = Chores(database, vault, settings.keep_deliveries_days)
    importer = Importer(database, intake, files, wakes[DELIVERIES], stop)
    measuring = Measuring(database, MapCache())
    try:
        await asyncio.gather(
            run_worker(database, vault, stop, wakes[DELIVERIES]),
            loop.work(chores.do, stop, wakes[CHORES]),
            loop.work(importer.do, stop, wakes[IMPORTS]),
            loop.work(measuring.do, stop, asyncio.Event()),
        )
    finally:
        await database.close()


async def run_until_stopped(settings: Settings) -> None:
    """Work until SIGINT or SIGTERM; what is in hand is finished first."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await run_background(settings, new_wakes(), stop)


async def _run_beside(settings: Settings) -> None:
    """Work until the server that has started this process says so, or is gone."""
    stop, wakes = asyncio.Event(), new_wakes()
    server = asyncio.create_task(obey_server(wakes, stop))
    server.add_done_callback(lambda _: stop.set())
    await run_background(settings, wakes, stop)


if __name__ == "__main__":
    configure_logging(Settings())
    asyncio.run(_run_beside(Settings()))
