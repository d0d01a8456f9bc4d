"""What became of an item, and how that is said. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from waymark.ingest.processing.judging import Erased, Fit, Identified, Ignored, Judged


class Outcome(StrEnum):
    """What became of one item of a delivery."""

    WAITING = "waiting"
    """Not processed yet."""
    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    """The same item was accepted before."""
    CONFLICT = "conflict"
    """An item with the same id said something else before; that one stays."""
    IDENTIFIED = "identified"
    """No event: it says which ids are one customer's, or what is known of them."""
    IGNORED = "ignored"
    """Understood, and no part of a journey."""
    QUARANTINED = "quarantined"
    """Not understood; it can be replayed once the reason is mended."""
    ERASED = "erased"
    """Removed together with all else of its customer."""


@dataclass(frozen=True, slots=True)
class Known:
    """The event that an item's identity leads to: which one, and which item made it."""

    event_id: str
    delivery_id: str
    position: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an item, with a stable code and a sentence where there is more to say."""

    outcome: Outcome
    code: str = ""
    detail: str = ""
    event_id: str | None = None
    touchpoint_key: str = ""
    """Of a touchpoint whose making would mend it."""

    @property
    def plain(self) -> bool:
        """Whether there is nothing to say but that it was accepted."""
        return self.outcome is Outcome.ACCEPTED and not self.code


_PLAIN = Verdict(Outcome.ACCEPTED)
ERASED = Verdict(Outcome.ERASED, "erased", "It was removed with all else of its customer.")


def settle(
    delivery_id: str, position: int, digest: bytes, judged: Judged, known: Known | None
) -> Verdict:
    """What becomes of an item, given the event that has its identity already, if one does.

    An item that made that event itself is accepted however often it is processed.
    """
    if isinstance(judged, Erased):
        return ERASED
    if known is not None and (known.delivery_id, known.position) != (delivery_id, position):
        return _repeated(digest, known)
    if isinstance(judged, Fit):
        return _accepted(judged)
    if known is not None:
        return _PLAIN
    if isinstance(judged, Identified):
        return Verdict(Outcome.IDENTIFIED)
    if isinstance(judged, Ignored):
        return Verdict(Outcome.IGNORED)
    return Verdict(
        Outcome.QUARANTINED, judged.code, judged.detail, touchpoint_key=judged.touchpoint_key
    )


def _accepted(fit: Fit) -> Verdict:
    if fit.reading.clamped:
        return Verdict(
            Outcome.ACCEPTED,
            "clock_ahead",
            "Its time lay more than a day ahead; the time of receipt was taken instead.",
        )
    return _PLAIN


def _repeated(digest: bytes, known: Known) -> Verdict:
    if digest == known.digest:
        return Verdict(
            Outcome.DUPLICATE, "seen_before", "The same event came before.", known.event_id
        )
    return Verdict(
        Outcome.CONFLICT,
        "same_id_other_content",
        "An event with this id said something else before; the first one stays.",
        known.event_id,
    )
