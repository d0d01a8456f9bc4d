"""XML from strangers: parsed by the standard library, with document types refused. Pure.

Entities, and with them expansion bombs and external files, can only be declared in a document
type. SOAP forbids one (SOAP 1.1, section 3), so refusing it whole costs nothing and leaves nothing
to configure; that takes one method here, where defusedxml, the library for it, has had no final
release since 2021.
"""

from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from waymark.kit.errors import Malformed

MAX_DEPTH = 64
MAX_ELEMENTS = 50_000


class _Bounded(TreeBuilder):
    """Builds a tree of limited size from a document without a document type."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._elements = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        raise Malformed("A document type (DTD) is not accepted.")

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise Malformed("The XML is nested too deep or has too many elements.")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse_xml(plain: bytes) -> Element:
    """The root element of an XML document. Raises Malformed."""
    parser = XMLParser(target=_Bounded())
    try:
        parser.feed(plain)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise Malformed(f"Not XML: {error}.") from error
    return root
