"""How PostHog's events are understood.

Its own events begin with `$`: those that say who somebody is link ids, page and screen views are
visits, and the rest is about clicks, errors and experiments. All others are touchpoints of their
names, as in the Segment Spec.

The id before `$identify` is no anonymous one here: events under it have it as their `distinct_id`
like any other, and PostHog makes one person of the two (PostHog, "Identifying users").
"""

from waymark.ingest.formats.named_events import named_events
from waymark.ingest.formats.segment_mapping import APP_VISIT, WEBSITE_VISIT
from waymark.ingest.mapping.model import Condition, IdAt, Mapping, Rule, Target

_WHO = ("$identify", "$create_alias", "$merge_dangerously", "$set")
_SCREEN = Condition("/event", "equals", "$screen")
_SCREEN_NAME = "/properties/$screen_name"

MAPPING = Mapping(
    id=["/uuid"],
    customer=[
        IdAt("/distinct_id"),
        IdAt("/alias"),
        IdAt("/properties/$anon_distinct_id"),
        IdAt("/properties/$set/email", "email"),
        IdAt("/$set/email", "email"),
    ],
    occurred_at=["/timestamp"],
    sent_at=["/sent_at"],
    properties=["/properties"],
    traits=["/properties/$set", "/$set"],
    rules=[
        Rule([Condition("/event", "one_of", _WHO)], Target("identify")),
        Rule([Condition("/event", "equals", "$pageview")], WEBSITE_VISIT),
        Rule(
            [_SCREEN, Condition(_SCREEN_NAME, "exists")],
            Target("touchpoint_from", field=_SCREEN_NAME, channel="mobile_app"),
        ),
        Rule([_SCREEN], APP_VISIT),
        Rule([Condition("/event", "starts_with", "$")], Target("ignore")),
        *named_events(),
    ],
)
