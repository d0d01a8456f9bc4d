"""What the shop of the demo knows of its customers fits the personas that are drawn of them."""

from collections import Counter
from datetime import UTC, datetime

from waymark.demo.fernwood import fernwood
from waymark.demo.population import population
from waymark.demo.profiles import profiles
from waymark.ingest.formats.native import NATIVE
from waymark.ingest.mapping.reading import Reader

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
EVENTS = population(NOW)
KNOWN = list(profiles(EVENTS))


def test_the_segment_of_each_persona_is_about_the_share_that_was_estimated() -> None:
    for persona in fernwood().personas:
        (condition,) = persona.segment
        ages = Counter(str(profile.traits[condition.trait]) for profile in KNOWN)
        share = sum(ages[value] for value in condition.values) / len(KNOWN)
        assert persona.share is not None
        assert abs(100 * share - persona.share) <= 3


def test_most_customers_are_known_from_their_first_event_on() -> None:
    first = {}
    for event in sorted(EVENTS, key=lambda event: event.occurred_at):
        first.setdefault(event.customer, event.occurred_at)
    assert 0.65 <= len(KNOWN) / len(first) <= 0.75
    assert all(profile.known_at == first[profile.customer] for profile in KNOWN)


def test_a_profile_is_understood_as_it_is_sent() -> None:
    body = KNOWN[0].body()
    NATIVE.check(body)
    assert body["traits"].keys() == {"age_group", "home", "newsletter"}
    assert Reader(NATIVE.mapping).read(body, None, NOW).traits == body["traits"]
