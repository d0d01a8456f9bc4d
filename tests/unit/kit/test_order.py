"""Order keys."""

from hypothesis import given
from hypothesis import strategies as st
from waymark.kit import order


@given(st.lists(st.integers(0, 1_000), max_size=60))
def test_there_is_always_room_between_two_keys(places: list[int]) -> None:
    keys = [order.between(None, None)]
    for place in places:
        at = place % (len(keys) + 1)
        before = keys[at - 1] if at else None
        after = keys[at] if at < len(keys) else None
        key = order.between(before, after)
        assert order.is_valid(key)
        keys.insert(at, key)
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_a_thousand_items_at_the_end_have_keys_of_four_characters() -> None:
    keys: list[str] = []
    for _ in range(1_000):
        keys.append(order.last(keys[-1:]))
    assert max(map(len, keys)) <= 4


def test_a_taken_key_moves_right_behind_the_one_that_has_it() -> None:
    key = order.free("a1", {"a0", "a1", "a2"})
    assert "a1" < key < "a2"
    assert order.free("a3", {"a1"}) == "a3"


def test_nonsense_is_not_a_key() -> None:
    for key in ("", "0", "a", "a00", "é0", "a 0", "A00000000000000000000000000", "zz"):
        assert not order.is_valid(key), key
