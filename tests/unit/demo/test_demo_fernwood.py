"""The demo map shows what the drawing of the product shows."""

from waymark.demo.fernwood import WORKSPACE_NAME, fernwood
from waymark.maps.fields import LaneKind
from waymark.templates.authoring import Persona


def test_the_stages_and_steps_are_those_of_the_drawing() -> None:
    assert fernwood().name == WORKSPACE_NAME
    assert fernwood().map.title == "Buying a sofa online"
    assert fernwood().map.goal_step == "Pays"
    assert [(stage.title, [step.title for step in stage.steps]) for stage in fernwood().stages] == [
        ("Awareness", ["Sees a post", "Searches online"]),
        ("Interest", ["Browses range"]),
        ("Consideration", ["Compares sofas", "Orders samples"]),
        ("Purchase", ["Fills the basket", "Pays"]),
        ("Loyalty", ["Delivery day", "Comes back"]),
    ]


def test_pain_points_are_backed_by_the_mentions_of_the_drawing() -> None:
    mentions = {
        pain.text: (pain.severity, sum(each.count for each in pain.evidence))
        for step in fernwood().steps
        for pain in step.cards.get(LaneKind.PAIN_POINTS, ())
    }
    assert mentions == {
        "Ad shows an old price": (2, 46),
        "Fabric colours vary by photo": (3, 214),
        "Delivery cost is shown last": (3, 388),
        "Refused card gives no reason": (3, 171),
        "Four-hour delivery slot": (1, 59),
    }


def test_opportunity_scores_come_out_near_those_of_the_drawing() -> None:
    drawn = {
        "Answer page for “is it good?”": 41,
        "Room-size filter": 63,
        "True-colour fabric viewer": 88,
        "Full price from the first page": 92,
        "Retry with another method": 79,
        "Refer-a-friend card": 35,
    }
    scores = {
        idea.text: round(100 * (idea.impact or 0) * (6 - (idea.effort or 0)) / 25)
        for step in fernwood().steps
        for idea in step.cards.get(LaneKind.OPPORTUNITIES, ())
    }
    assert scores.keys() == drawn.keys()
    assert all(abs(scores[text] - drawn[text]) <= 8 for text in drawn)


def test_maras_curve_is_the_drawn_one() -> None:
    points = [step.emotions["mara"] for step in fernwood().steps]
    assert [point.score for point in points] == [
        0.6,
        0.9,
        1.5,
        -0.4,
        0.9,
        0.2,
        -1.5,
        1.6,
        1.2,
    ]
    assert [point.label for point in points if point.label] == [
        "Delighted",
        "Unsure",
        "Let down",
        "Relieved",
    ]


def test_three_personas_are_known_completely_and_feel_differently() -> None:
    personas = fernwood().personas
    assert [persona.tagline for persona in personas] == [
        "Careful comparer",
        "Quick decider",
        "Comfort seeker",
    ]
    assert sum(persona.share or 0 for persona in personas) == 100
    for persona in personas:
        # The shop's customers have no traits, so there is nothing to tell segments apart by.
        said = Persona.model_fields.keys() - {"segment"}
        empty = [field for field in said if not getattr(persona, field)]
        assert empty == [], persona.name
    curves = {
        tuple(step.emotions[persona.ref].score for step in fernwood().steps) for persona in personas
    }
    assert len(curves) == 3
