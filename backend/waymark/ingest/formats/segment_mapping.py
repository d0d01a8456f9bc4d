"""How the calls of the Segment Spec are understood.

An event is the touchpoint of its name, a named page or screen the touchpoint of its name. Pages
without a name are all the one touchpoint “Website visit”: a website has as many addresses as
products, and a map has not. Rules on `/properties/path` tell apart those that matter.
"""

from waymark.ingest.formats.named_events import named_events
from waymark.ingest.mapping.model import Condition, IdAt, Mapping, Rule, Target

WEBSITE_VISIT = Target(
    "touchpoint_by_key", key="website-visit", name="Website visit", channel="website"
)
APP_VISIT = Target("touchpoint_by_key", key="app-visit", name="App visit", channel="mobile_app")

_NAMED = Condition("/name", "exists")
_PAGE = Condition("/type", "equals", "page")
_SCREEN = Condition("/type", "equals", "screen")

MAPPING = Mapping(
    id=["/messageId"],
    customer=[
        IdAt("/userId"),
        IdAt("/previousId"),
        IdAt("/anonymousId", anonymous=True),
        IdAt("/traits/email", "email"),
        IdAt("/context/traits/email", "email"),
    ],
    occurred_at=["/originalTimestamp", "/timestamp"],
    sent_at=["/sentAt"],
    properties=["/properties"],
    traits=["/traits", "/context/traits"],
    rules=[
        Rule([Condition("/type", "one_of", ("identify", "alias", "group"))], Target("identify")),
        *named_events(Condition("/type", "equals", "track")),
        Rule([_PAGE, _NAMED], Target("touchpoint_from", field="/name", channel="website")),
        Rule([_PAGE], WEBSITE_VISIT),
        Rule([_SCREEN, _NAMED], Target("touchpoint_from", field="/name", channel="mobile_app")),
        Rule([_SCREEN], APP_VISIT),
    ],
)
