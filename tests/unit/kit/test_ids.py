"""Identifiers."""

import threading
import uuid
from datetime import UTC, datetime

from waymark.kit.ids import first_id_at, is_id, new_id


def test_ids_are_uuids_of_version_7_and_ascend() -> None:
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert all(uuid.UUID(one).version == 7 for one in ids[:100])
    assert all(uuid.UUID(one).variant == uuid.RFC_4122 for one in ids[:100])


def test_ids_made_by_several_threads_at_once_differ() -> None:
    made: list[str] = []

    def make() -> None:
        made.extend(new_id() for _ in range(5_000))

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 20_000


def test_the_first_id_of_a_moment_is_before_all_that_were_made_since() -> None:
    made = new_id()
    assert first_id_at(datetime(1135, 4, 21, tzinfo=UTC)) < made
    assert first_id_at(datetime(2020, 1, 1, tzinfo=UTC)) < made
    assert first_id_at(datetime(9999, 12, 31, tzinfo=UTC)) > made
    assert is_id(first_id_at(datetime(1, 1, 1, tzinfo=UTC)))
