"""All dialects, by the key of the format of the source that understands them."""

from waymark.simulation.dialects.base import Dialect
from waymark.simulation.dialects.commerce import COMMERCE
from waymark.simulation.dialects.crm import CRM
from waymark.simulation.dialects.general import GENERAL
from waymark.simulation.dialects.support import SUPPORT

DIALECTS: dict[str, Dialect] = {
    dialect.key: dialect for dialect in (*GENERAL, *CRM, *SUPPORT, *COMMERCE)
}
