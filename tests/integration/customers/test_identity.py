"""Whose an id is does not depend on the order in which things come, nor on how often."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from waymark.customers.bonds import Fact, Name
from waymark.customers.learning import learn, relearn
from waymark.customers.models import CustomerKey, CustomerTrait
from waymark.customers.removing import forget
from waymark.customers.traits import merged
from waymark.kit.clock import utcnow
from waymark.kit.ids import new_id
from waymark.workspaces.models import Workspace

from tests.factories.identities import partition
from tests.factories.people import Person

HERE = "11111111-1111-7111-8111-111111111111"
SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Few ids and few moments, so that everything meets; an id may be known here, not there."""
    names = st.builds(
        Name, st.sampled_from("abcdefghij"), st.just(""), st.sampled_from([True, True, False])
    )
    told = st.builds(
        Fact,
        st.just(HERE),
        st.lists(names, min_size=1, max_size=4, unique_by=lambda name: name.key),
        st.integers(0, 4),
        st.dictionaries(st.sampled_from("xyz"), st.integers(0, 3), max_size=2),
    )
    return draw(st.lists(told, max_size=25))


@st.composite
def in_some_order(draw: st.DrawFn, told: list[Fact]) -> list[list[Fact]]:
    """All of them, some twice, shuffled and cut into batches."""
    again = draw(st.lists(st.sampled_from(told), max_size=5)) if told else []
    shuffled = draw(st.permutations([*told, *again]))
    size = draw(st.integers(1, 8))
    return [list(shuffled[start : start + size]) for start in range(0, len(shuffled), size)]


@asynccontextmanager
async def a_workspace(app: FastAPI) -> AsyncIterator[AsyncSession]:
    """A session with an empty workspace; undone afterwards."""
    async with AsyncSession(app.state.database.engine) as session:
        await session.connection(execution_options={"waymark_write": True})
        now = utcnow()
        row = {"id": HERE, "name": "w", "slug": HERE}
        stamps = {"revision": 1, "created_at": now, "updated_at": now}
        await session.execute(insert(Workspace), [row | stamps])
        yield session
        await session.rollback()


async def customers(session: AsyncSession, workspace_id: str = HERE) -> dict[str, str]:
    """Whose every key is."""
    rows = await session.execute(
        select(CustomerKey.key, CustomerKey.customer).where(
            CustomerKey.workspace_id == workspace_id
        )
    )
    return {row.key: row.customer for row in rows}


@SETTINGS
@given(told=facts(), data=st.data())
async def test_whose_an_id_is_depends_on_what_was_seen_alone(
    app: FastAPI, told: list[Fact], data: st.DataObject
) -> None:
    expected = partition(told)
    for _ in range(2):
        async with a_workspace(app) as session:
            for batch in data.draw(in_some_order(told)):
                await learn(session, batch)
            assert await customers(session) == expected
            await relearn(session, HERE, sorted(expected))
            assert await customers(session) == expected


@SETTINGS
@given(told=facts(), data=st.data())
async def test_the_latest_value_of_a_trait_counts_in_any_order(
    app: FastAPI, told: list[Fact], data: st.DataObject
) -> None:
    async def traits() -> dict[str, list[tuple[str, str, int]]]:
        async with a_workspace(app) as session:
            for batch in data.draw(in_some_order(told)):
                await learn(session, batch)
            rows = await session.scalars(select(CustomerTrait).order_by(CustomerTrait.name))
            found: dict[str, list[tuple[str, str, int]]] = {}
            for row in rows:
                found.setdefault(row.key, []).append((row.name, row.value, row.at_ms))
            return found

    first = await traits()
    assert first == await traits()
    for rows in first.values():
        assert merged(rows).keys() == {name for name, _, _ in rows}


@SETTINGS
@given(told=facts(), gone=st.sampled_from("abcdefghij"), data=st.data())
async def test_who_is_forgotten_leaves_the_others_as_if_they_had_never_met(
    app: FastAPI, told: list[Fact], gone: str, data: st.DataObject
) -> None:
    """Whatever is said afterwards has the same meaning as if all had been derived anew."""
    more = data.draw(facts())
    async with a_workspace(app) as session:
        await learn(session, told)
        whose = await customers(session)
        keys = {key for key, customer in whose.items() if customer == whose.get(gone)}
        await forget(session, HERE, keys, [])
        left = await customers(session)
        assert left.keys() == whose.keys() - keys
        assert not keys & set(left.values())
        await learn(session, more)
        before = await customers(session)
        await relearn(session, HERE, sorted(before))
        assert await customers(session) == before


def an_alias(number: int, workspace_id: str) -> Fact:
    """The link of a chain: this id is also the next one."""
    names = [Name(f"{number * 7919 % 100_003:032x}"), Name(f"{(number + 1) * 7919 % 100_003:032x}")]
    return Fact(workspace_id, names, number, {})


async def test_ten_thousand_aliases_in_a_chain_are_one_customer(
    app: FastAPI, admin: Person
) -> None:
    aliases = [an_alias(number, admin.workspace_id) for number in range(10_000)]
    async with app.state.database.writing() as session:
        # Both ends first: the last one joins two long chains.
        for start in [*range(0, 10_000, 1000)][::-1]:
            await learn(session, aliases[start : start + 1000])
        whose = await customers(session, admin.workspace_id)
        assert len(whose) == 10_001
        assert set(whose.values()) == {min(whose)}


async def test_workers_side_by_side_come_to_the_same(app: FastAPI, admin: Person) -> None:
    told = [
        Fact(
            admin.workspace_id,
            [Name(f"p{number % 7}"), Name(f"p{number * 5 % 11}"), Name(f"a{number % 5}", "", True)],
            number * 13 % 17,
            {"n": number},
        )
        for number in range(60)
    ]

    async def work(batch: Sequence[Fact]) -> None:
        async with app.state.database.writing() as session:
            await learn(session, batch)

    await asyncio.gather(*(work(told[start::6]) for start in range(6)))
    async with app.state.database.reading() as session:
        assert await customers(session, admin.workspace_id) == partition(told)


async def test_workspaces_know_nothing_of_each_other(
    app: FastAPI, admin: Person, stranger: Person
) -> None:
    async with app.state.database.writing() as session:
        await learn(session, [Fact(admin.workspace_id, [Name("a"), Name("b")], 1, {"x": 1})])
        await learn(session, [Fact(stranger.workspace_id, [Name("b"), Name("c")], 1, {"x": 2})])
        assert await customers(session, admin.workspace_id) == {"a": "a", "b": "a"}
        assert await customers(session, stranger.workspace_id) == {"b": "b", "c": "b"}


async def test_a_customer_has_at_most_200_traits_the_last_ones(app: FastAPI, admin: Person) -> None:
    key = new_id()[:32]
    for start in (200, 0, 100):
        told = [
            Fact(admin.workspace_id, [Name(key)], number, {f"t{number}": number})
            for number in range(start, start + 100)
        ]
        async with app.state.database.writing() as session:
            await learn(session, told)
    async with app.state.database.reading() as session:
        names = set(await session.scalars(select(CustomerTrait.name)))
    assert names == {f"t{number}" for number in range(100, 300)}
