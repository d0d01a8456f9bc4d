"""How the content of events that come in an envelope is understood: `{"type": …, "data": {…}}`.

What is in `data` differs from sender to sender. These are the places where the native format has
things, and the names under which a customer is found nearly everywhere. A user's id is not among
them: in the events of a shop or a help desk that is as often the member of staff.
"""

from waymark.ingest.mapping.model import Condition, IdAt, Mapping, MoneyAt, Rule, ScoreAt, Target

_CUSTOMER = [
    *(IdAt(f"/data/{at}") for at in ("customer", "customer_id", "customerId", "customer/id")),
    *(IdAt(f"/data/{at}", "email") for at in ("email", "customer_email", "customer/email")),
    IdAt("/data/anonymous_id", "anonymous", anonymous=True),
]


def mapping_of_data(id: list[str], occurred_at: list[str]) -> Mapping:
    """A mapping for enveloped events: the touchpoint is the one named in `data`, or the type."""
    return Mapping(
        id=id,
        customer=_CUSTOMER,
        occurred_at=occurred_at,
        score=ScoreAt("/data/score/value", "/data/score/scale"),
        value=MoneyAt("/data/value/amount", "/data/value/currency"),
        channel=["/data/channel"],
        properties=["/data"],
        traits=["/data/traits"],
        touchpoint=["/data/touchpoint"],
        rules=[
            Rule([Condition("/type", "equals", "identify")], Target("identify")),
            Rule([Condition("/type", "exists")], Target("touchpoint_from", field="/type")),
        ],
    )
