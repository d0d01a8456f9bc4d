"""Writers of two processes: nobody starves, nobody waits for ever, nobody writes at once."""

import asyncio
from pathlib import Path

import pytest
from waymark.db.turns import Turns
from waymark.kit.errors import Unavailable

PATIENCE_S = 10


async def test_who_waits_is_next_however_often_the_other_comes_back(tmp_path: Path) -> None:
    busy, patient = (Turns(f"{tmp_path}/file", PATIENCE_S) for _ in range(2))
    order: list[str] = []

    async def write(turns: Turns, name: str, times: int) -> None:
        for _ in range(times):
            async with turns.take():
                order.append(name)
                await asyncio.sleep(0.005)
                assert order[-1] == name, "somebody else wrote meanwhile"

    await asyncio.gather(write(busy, "busy", 20), write(patient, "patient", 5))
    between = "".join(name[0] for name in order).rstrip("b").split("p")[1:-1]
    assert all(len(turns) <= 2 for turns in between), order
    busy.close()
    patient.close()


async def test_patience_ends(tmp_path: Path) -> None:
    holder, waiter = Turns(f"{tmp_path}/file", PATIENCE_S), Turns(f"{tmp_path}/file", 0.05)
    async with holder.take():
        with pytest.raises(TimeoutError):
            async with waiter.take():
                raise AssertionError("two have the turn")
    async with waiter.take():
        pass
    holder.close()
    waiter.close()


async def test_a_folder_that_is_not_there_is_an_outage(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        async with Turns(f"{tmp_path}/nowhere/file", PATIENCE_S).take():
            raise AssertionError("there is nothing to take turns at")
