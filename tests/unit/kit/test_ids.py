"""Identifiers."""

import threading
import uuid

from waymark.kit.ids import new_id


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
