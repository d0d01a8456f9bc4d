"""Which of the things that were sent are one customer's, or speak of them. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from waymark.ingest.mapping.identity import canonical
from waymark.ingest.mapping.reading import CustomerId, Reader
from waymark.ingest.mapping.values import Unfit
from waymark.kit.vault import Vault

MASKED = "•••"
SHORTEST_MENTION = 5
"""Characters. A shorter id means nothing in a text: every 17 would be taken for the customer."""


class Relation(Enum):
    """What an item has to do with a person."""

    NONE = 0
    MENTIONS = 1
    """It is somebody else's, and speaks of them."""
    THEIRS = 2


@dataclass(frozen=True)
class Person:
    """A customer as they are found: by their keys, and in texts by the ids that are told."""

    vault: Vault
    workspace_id: str
    keys: frozenset[str]
    own_ids: Sequence[str] = ()

    @cached_property
    def texts(self) -> list[str]:
        """By what texts speak of them: those ids that are long enough, the longest first."""
        texts = {text.strip() for text in self.own_ids}
        long = (text for text in texts if len(text) >= SHORTEST_MENTION)
        return sorted(long, key=lambda text: (-len(text), text))

    @cached_property
    def mentions(self) -> re.Pattern[str] | None:
        """Finds the texts, as whole words in any case; None where there are none."""
        if not self.texts:
            return None
        told = "|".join(map(re.escape, self.texts))
        return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)

    def relation(
        self, item: Any, readers: Iterable[Reader], event_customer: str | None
    ) -> Relation:
        """What an item has to do with them, read in each of these ways.

        `event_customer` is the key that its event is kept under, if it has one.
        """
        ids = [found for reader in readers for found in _ids(item, reader)]
        if event_customer in self.keys or self._is_theirs(ids):
            return Relation.THEIRS
        if self.mentions is None or not self.is_mentioned(canonical(item).decode()):
            return Relation.NONE
        return Relation.MENTIONS if ids else Relation.THEIRS

    def _is_theirs(self, ids: Sequence[CustomerId]) -> bool:
        """An anonymous id may be shared: it decides where it is the one that events go by."""
        known = [found for found in ids if not found.anonymous]
        deciding = [*ids[:1], *known] if known else ids
        return any(self._key(found) in self.keys for found in deciding)

    def _key(self, found: CustomerId) -> str:
        return self.vault.pseudonym(self.workspace_id, found.name)

    def is_mentioned(self, text: str) -> bool:
        """Whether a text speaks of them."""
        return self.mentions is not None and self.mentions.search(text) is not None

    def masked(self, value: Any) -> Any:
        """A JSON value with every mention hidden, in texts and in names of members."""
        if self.mentions is None:
            return value
        if isinstance(value, str):
            return self.mentions.sub(MASKED, value)
        if isinstance(value, list):
            return [self.masked(entry) for entry in value]
        if isinstance(value, dict):
            return {self.masked(name): self.masked(entry) for name, entry in value.items()}
        return value


def _ids(item: Any, reader: Reader) -> tuple[CustomerId, ...]:
    try:
        return reader.customer_ids(item)
    except Unfit:
        return ()
