"""What is known of customers: which ids are one person's, and their traits.

Everything is under pseudonyms (kit.vault), called keys here, as in the events.
"""

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from waymark.db.base import Base, Bytewise, Identifier

KEY = Bytewise(32)


class _OfWorkspace(Base):
    __abstract__ = True

    workspace_id: Mapped[str] = mapped_column(
        Identifier,
        ForeignKey("workspaces.id", ondelete="CASCADE"),
        primary_key=True,
        sort_order=-1,
    )


class CustomerLink(_OfWorkspace):
    """A fact: two ids were seen together. How strong it is and what it means is in `bonds`."""

    __tablename__ = "customer_links"
    __table_args__ = (Index(None, "workspace_id", "other"),)

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    other: Mapped[str] = mapped_column(KEY, primary_key=True)
    bond: Mapped[str] = mapped_column(String(10), primary_key=True)
    first_ms: Mapped[int] = mapped_column(BigInteger)
    """Unix time in milliseconds of the first time, by when it happened."""


class CustomerKey(_OfWorkspace):
    """Whose a key is: derived from the links, and the same in whatever order they came.

    A key that was only ever seen alone, and without traits, has no row: it is its own customer.
    """

    __tablename__ = "customer_keys"
    __table_args__ = (
        Index(None, "workspace_id", "customer"),
        Index(None, "workspace_id", "circle", "owner_ms", "owner"),
    )

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    """What kind of id it is the pseudonym of."""
    known: Mapped[bool]
    """Whether it was ever seen as an id of a known person, and not of a browser or the like."""
    owner: Mapped[str | None] = mapped_column(KEY)
    """Of an anonymous id: the known one that it was seen with first,"""
    owner_ms: Mapped[int | None] = mapped_column(BigInteger)
    """and when that was."""
    circle: Mapped[str | None] = mapped_column(KEY)
    """Of an anonymous id: the smallest key of those that it is joined with."""
    customer: Mapped[str] = mapped_column(KEY)
    """The customer: the smallest of the known keys that are theirs, else the circle's."""


class CustomerTrait(_OfWorkspace):
    """What is known of a customer by one name, and since when: a later value replaces it."""

    __tablename__ = "customer_traits"

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(Bytewise(100), primary_key=True)
    value: Mapped[str] = mapped_column(Bytewise(2000))
    """JSON: a scalar or a short list; null for one that was taken back."""
    at_ms: Mapped[int] = mapped_column(BigInteger)
    """Unix time in milliseconds of when it was said, by when it happened."""
