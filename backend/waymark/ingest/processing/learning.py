"""What an item says of its customer, for whoever keeps that (the feature `customers`). Pure."""

from waymark.customers.bonds import Fact, Name
from waymark.ingest.mapping.reading import Reading
from waymark.kit.clock import to_ms
from waymark.kit.vault import Vault


def facts_of(vault: Vault, workspace_id: str, reading: Reading) -> list[Fact]:
    """What is to be learnt: nothing from a single id without traits, as most items are."""
    if len(reading.ids) == 1 and not reading.traits:
        return []
    names = [
        Name(vault.pseudonym(workspace_id, found.name), found.kind, found.anonymous)
        for found in reading.ids
    ]
    return [Fact(workspace_id, names, to_ms(reading.occurred_at), reading.traits)]
