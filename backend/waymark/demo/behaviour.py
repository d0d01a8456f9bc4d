"""How the customers of Fernwood Home behave: the numbers behind the demo's events.

Touchpoints are named by their keys, as events name them; steps by their titles on the map.
"""

from dataclasses import dataclass
from typing import Literal

Price = Literal["sofa", "small_things"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to customers: `answered` is the share who answer, `wanted` the mean feeling
    (−2…+2) of the answers today, `drift` its change per 30 days."""

    scale: str
    answered: float
    wanted: float
    spread: float = 0.9
    drift: float = 0.0


@dataclass(frozen=True, slots=True)
class Encounter:
    """A touchpoint met in a step.

    `share` is the weight among alternatives, or the probability of an extra. `after` is the
    median number of hours since the encounter before, `open` the staffed hours (UTC, Monday to
    Saturday), where there are such.
    """

    touchpoint: str
    share: float = 1.0
    after: float = 0.0
    open: tuple[int, int] | None = None
    asked: Asked | None = None
    price: Price | None = None
    channels: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class StepBehaviour:
    """What happens at a step, and how people leave it.

    Everybody here meets one of `one_of`; each of `extras` follows with its own probability.
    `goes_on` is the share who go on to some later step today, `drift` its change per 30 days.
    Of those who reach this step, `skipped` pass it by. `wait` is the median number of hours to
    the next step, counted from the first encounter here.
    """

    title: str
    one_of: tuple[Encounter, ...]
    extras: tuple[Encounter, ...] = ()
    goes_on: float = 0.0
    drift: float = 0.0
    skipped: float = 0.0
    wait: float = 0.0
    spread: float = 0.7


#: Where a journey begins: the number of the step, and how often.
ENTRIES = ((0, 0.88), (1, 0.08), (2, 0.04))

#: Shares of customers who do two neighbouring steps the other way round, or look in once more.
SWAPPED = 0.05
RETURNING = 0.12

#: Hours (UTC) at which people begin, by weight: little at night, most after dinner.
HOURS = (2, 1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 8, 9, 8, 7, 7, 8, 10, 13, 16, 18, 16, 10, 5)

#: Days at which people begin, by weight, Monday to Sunday: furniture is a matter for weekends.
WEEKDAYS = (1.0, 0.95, 0.95, 1.0, 0.9, 1.2, 1.45)

#: Growth of the number of beginners per 30 days.
GROWTH = 0.06

#: Change of all waiting times per 30 days: buying becomes a little quicker.
PACE = -0.15

STEPS = (
    StepBehaviour(
        "Sees a post",
        one_of=(
            Encounter(
                "social-ad",
                0.84,
                channels=(("instagram", 0.7), ("facebook", 0.2), ("pinterest", 0.1)),
            ),
            Encounter("blog", 0.16, asked=Asked("thumbs", 0.45, 0.5)),
        ),
        extras=(Encounter("social-ad", 0.16, after=26, channels=(("instagram", 1.0),)),),
        goes_on=0.68,
        drift=0.005,
        wait=20,
    ),
    StepBehaviour(
        "Searches online",
        one_of=(Encounter("search", asked=Asked("csat5", 0.09, 0.7)),),
        extras=(Encounter("search", 0.14, after=20),),
        goes_on=0.715,
        drift=0.02,
        skipped=0.07,
        wait=0.2,
    ),
    StepBehaviour(
        "Browses range",
        one_of=(
            Encounter("website", 0.64, asked=Asked("csat5", 0.1, 1.15)),
            Encounter("app", 0.36, asked=Asked("stars5", 0.12, 1.2)),
        ),
        extras=(
            Encounter("website", 0.3, after=9),
            Encounter("app", 0.14, after=16),
            Encounter("price-comparison", 0.07, after=3),
        ),
        goes_on=0.665,
        skipped=0.01,
        wait=30,
    ),
    StepBehaviour(
        "Compares sofas",
        one_of=(
            Encounter("reviews", 0.78, asked=Asked("ces7", 0.2, -1.08, drift=-0.1)),
            Encounter("showroom", 0.22, open=(10, 18), asked=Asked("csat5", 0.2, -0.5)),
        ),
        extras=(Encounter("reviews", 0.22, after=7),),
        goes_on=0.46,
        drift=-0.01,
        skipped=0.04,
        wait=7,
    ),
    StepBehaviour(
        "Orders samples",
        one_of=(Encounter("sample-email"),),
        extras=(Encounter("sample-post", 0.96, after=56, asked=Asked("csat5", 0.3, 0.95)),),
        goes_on=0.95,
        skipped=0.08,
        wait=92,
        spread=0.4,
    ),
    StepBehaviour(
        "Fills the basket",
        one_of=(
            Encounter("basket", 0.62, asked=Asked("ces7", 0.35, -0.05)),
            Encounter("app-basket", 0.38, asked=Asked("ces7", 0.35, 0.0)),
        ),
        extras=(Encounter("chat", 0.16, after=0.3, open=(9, 21), asked=Asked("csat5", 0.5, 0.2)),),
        goes_on=0.56,
        drift=-0.05,
        wait=0.6,
        spread=1.0,
    ),
    StepBehaviour(
        "Pays",
        one_of=(Encounter("checkout", asked=Asked("ces7", 0.5, -1.38), price="sofa"),),
        extras=(
            Encounter("call-centre", 0.15, after=2, open=(8, 18), asked=Asked("csat5", 0.6, -0.7)),
        ),
        goes_on=0.985,
        wait=0.5,
        spread=0.4,
    ),
    StepBehaviour(
        "Delivery day",
        one_of=(Encounter("sms", open=(7, 22)),),
        extras=(
            Encounter("courier", 0.97, after=44, open=(7, 18), asked=Asked("csat5", 0.65, 0.35)),
            Encounter("sms", 0.45, after=8, asked=Asked("nps", 1.0, 1.4, drift=0.05)),
        ),
        goes_on=0.53,
        drift=0.03,
        wait=150,
        spread=0.5,
    ),
    StepBehaviour(
        "Comes back",
        one_of=(
            Encounter("newsletter", 0.45, asked=Asked("csat5", 0.3, 1.25), price="small_things"),
            Encounter("app-reorder", 0.55, asked=Asked("stars5", 0.4, 1.35), price="small_things"),
        ),
    ),
)

#: What a sofa costs: model, fabric, delivery. Euro.
SOFAS = ((599, 0.2), (749, 0.3), (829, 0.25), (1090, 0.17), (1490, 0.08))
FABRICS = ((0, 0.55), (80, 0.3), (150, 0.15))
DELIVERIES = ((39, 0.5), (59, 0.35), (79, 0.15))

#: Lamps, rugs, cushions. Euro.
SMALL_THINGS = ((29.9, 0.3), (49.9, 0.25), (79.0, 0.2), (119.0, 0.15), (189.0, 0.1))
