"""RudderStack's HTTP API: Segment's, with batches of up to 4 MB.

Source: RudderStack, "HTTP API specification". Its libraries compress bodies and some of them do
not say so: whether a body is gzip is seen from the body.
"""

from dataclasses import replace

from waymark.ingest.formats.base import Limits
from waymark.ingest.formats.segment import SEGMENT, keys_in
from waymark.ingest.formats.write_keys import by_write_key

LIMITS = Limits(body=4 * 1024 * 1024)

RUDDERSTACK = replace(
    SEGMENT,
    key="rudderstack",
    name="RudderStack",
    verify=by_write_key(keys_in, LIMITS.inflated),
    limits=LIMITS,
)
