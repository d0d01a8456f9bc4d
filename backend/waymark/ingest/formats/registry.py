"""All formats that a source can have, by key."""

from waymark.ingest.formats.base import Format
from waymark.ingest.formats.cloudevents import CLOUDEVENTS
from waymark.ingest.formats.hubspot import HUBSPOT
from waymark.ingest.formats.intercom import INTERCOM
from waymark.ingest.formats.native import NATIVE
from waymark.ingest.formats.pipedrive import PIPEDRIVE
from waymark.ingest.formats.plain import HMAC, JSON
from waymark.ingest.formats.posthog import POSTHOG
from waymark.ingest.formats.rudderstack import RUDDERSTACK
from waymark.ingest.formats.salesforce import SALESFORCE
from waymark.ingest.formats.segment import SEGMENT
from waymark.ingest.formats.shopify import SHOPIFY
from waymark.ingest.formats.standard_webhooks import STANDARD_WEBHOOKS
from waymark.ingest.formats.stripe import STRIPE
from waymark.ingest.formats.typeform import TYPEFORM
from waymark.ingest.formats.zendesk import ZENDESK

GENERAL = (NATIVE, STANDARD_WEBHOOKS, CLOUDEVENTS, HMAC, JSON)
ANALYTICS = (SEGMENT, RUDDERSTACK, POSTHOG)
CRM = (HUBSPOT, PIPEDRIVE, SALESFORCE)
SUPPORT = (ZENDESK, INTERCOM, TYPEFORM)
COMMERCE = (SHOPIFY, STRIPE)

FORMATS: dict[str, Format] = {
    entry.key: entry for entry in (*GENERAL, *ANALYTICS, *CRM, *SUPPORT, *COMMERCE)
}
