"""PostgreSQL is restarted under load: senders hear 503, come back, and nothing is lost."""

import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from waymark.db.migrate import upgrade
from waymark.settings import Settings

from tests.conftest import TEST_KEY
from tests.factories.crm import Crm
from tests.factories.lone_source import lone_source
from tests.factories.postgres import postgres_in, restart
from tests.factories.processes import free_port, start_server, wait_until_done

RESTARTS, LOAD_S = 2, 1.0


def test_a_restart_under_load_loses_nothing(tmp_path: Path) -> None:
    with postgres_in(tmp_path) as server:
        a_restarted_database_under_load(server, tmp_path)


def a_restarted_database_under_load(server: Any, tmp_path: Path) -> None:
    """Senders, a server that is restarted, and what is there in the end."""
    url, port = server.get_uri(), free_port()
    settings = Settings(data_dir=tmp_path, database_url=url, secret_key=TEST_KEY)
    engine = create_engine(settings.sqlalchemy_url)
    with engine.connect() as connection:
        upgrade(connection)
    key, secret = lone_source(settings)
    crms = [Crm(key, secret, port, name) for name in ("a", "b", "c")]
    process = start_server(settings, port, worker=True)
    stopped = threading.Event()
    senders = [threading.Thread(target=crm.send_until, args=[stopped]) for crm in crms]
    try:
        for thread in senders:
            thread.start()
        for _ in range(RESTARTS):
            time.sleep(LOAD_S)
            restart(server)
        time.sleep(LOAD_S)
        stopped.set()
        for thread in senders:
            thread.join()
        engine.dispose()
        wait_until_done(settings)
    finally:
        stopped.set()
        process.stop()
    answers = sum((crm.answers for crm in crms), Counter[int]())
    assert set(answers) <= {202, 503}, answers
    assert answers[503]
    assert sum(crm.unavailable_without_retry_after for crm in crms) == 0
    acknowledged = {f"id:{event_id}" for crm in crms for event_id in crm.acknowledged}
    assert acknowledged
    with engine.connect() as connection:
        stored = connection.execute(text("SELECT item_key FROM events")).scalars().all()
    engine.dispose()
    assert acknowledged <= set(stored)
    assert len(stored) == len(set(stored))
