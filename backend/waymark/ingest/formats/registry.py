"""All formats that a source can have, by key."""

from waymark.ingest.formats.base import Format
from waymark.ingest.formats.cloudevents import CLOUDEVENTS
from waymark.ingest.formats.native import NATIVE
from waymark.ingest.formats.posthog import POSTHOG
from waymark.ingest.formats.rudderstack import RUDDERSTACK
from waymark.ingest.formats.segment import SEGMENT
from waymark.ingest.formats.standard_webhooks import STANDARD_WEBHOOKS

FORMATS: dict[str, Format] = {
    entry.key: entry
    for entry in (NATIVE, STANDARD_WEBHOOKS, CLOUDEVENTS, SEGMENT, RUDDERSTACK, POSTHOG)
}
