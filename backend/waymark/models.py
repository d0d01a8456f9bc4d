"""Every table, for whoever needs the whole schema: migrations and the tests of them."""

import importlib

MODULES = (
    "waymark.accounts.models",
    "waymark.audit.models",
    "waymark.customers.models",
    "waymark.events.models",
    "waymark.findings.models",
    "waymark.http.idempotency",
    "waymark.imports.uploads.models",
    "waymark.ingest.models",
    "waymark.maps.models",
    "waymark.personas.models",
    "waymark.privacy.models",
    "waymark.touchpoints.models",
    "waymark.workspaces.models",
)


def import_all() -> None:
    """Make `Base.metadata` complete."""
    for module in MODULES:
        importlib.import_module(module)
