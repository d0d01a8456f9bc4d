"""RudderStack's HTTP API: Segment's, with batches of up to 4 MB.

Source: RudderStack, "HTTP API specification". What its libraries say of a body is not to be relied
on: rudder-sdk-node 3 calls gzip a form, others do not say that it is gzip. The body itself shows.
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
    media_types=frozenset(),
)
