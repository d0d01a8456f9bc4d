"""A template becomes change operations that a map can apply one after the other."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from waymark.demo.fernwood import fernwood
from waymark.kit.ids import new_id
from waymark.maps.document import Document
from waymark.maps.fields import MapFields
from waymark.maps.operations import apply
from waymark.maps.parts import Kind
from waymark.maps.wire import parse_operations
from waymark.templates.authoring import Template
from waymark.templates.build import UnresolvedRef, operations
from waymark.templates.catalogue import templates
from waymark.templates.miniature import miniature

SMALL: dict[str, Any] = {
    "key": "small",
    "name": "Small",
    "summary": "Two steps.",
    "map": {
        "title": "Tea",
        "goal": "A cup",
        "constraints": ["No milk"],
        "goal_step": "Drinks",
    },
    "personas": [{"ref": "ann", "name": "Ann"}],
    "touchpoints": [{"ref": "kettle", "key": "kettle", "name": "Kettle", "channel": "shop"}],
    "lanes": [
        {"kind": "actions", "title": "Actions"},
        {"kind": "emotions", "title": "Emotions"},
        {"kind": "touchpoints", "title": "Touchpoints"},
        {"kind": "pain_points", "title": "Pain points"},
    ],
    "stages": [
        {
            "title": "Tea time",
            "color": "green",
            "customer_goal": "Rest",
            "trigger": "Four o’clock",
            "steps": [
                {
                    "title": "Brews",
                    "cards": {
                        "pain_points": [{"text": "Slow kettle", "severity": 2}],
                        "actions": ["Boils water", {"text": "Waits", "span": 2}],
                    },
                    "touchpoints": [{"ref": "kettle", "moment_of_truth": True}],
                    "emotions": {"ann": -0.5},
                },
                {
                    "title": "Drinks",
                    "emotions": {"ann": {"score": 1.5, "label": "Content"}},
                },
            ],
        }
    ],
}


def numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


def build(template: Template) -> list[dict[str, Any]]:
    return operations(
        template,
        personas={persona.ref: f"persona-{persona.ref}" for persona in template.personas},
        touchpoints={t.ref: f"touchpoint-{t.ref}" for t in template.touchpoints},
        new_id=numbered(),
    )


def drawn(template: Template) -> Document:
    """The map that the real change function makes of the template."""
    sent = operations(
        template,
        personas={persona.ref: new_id() for persona in template.personas},
        touchpoints={touchpoint.ref: new_id() for touchpoint in template.touchpoints},
        new_id=new_id,
    )
    blank = MapFields(title=template.map.title).model_dump(mode="json")
    return apply(Document.empty(blank), parse_operations(sent)).document


def items(built: list[dict[str, Any]], op: str) -> list[dict[str, Any]]:
    return [operation["item"] for operation in built if operation["op"] == op]


def test_every_thing_written_arrives_with_its_place() -> None:
    built = build(Template.model_validate(SMALL))
    actions, emotions, touchpoints, pain_points = (lane["id"] for lane in items(built, "lane.add"))
    assert len({actions, emotions, touchpoints, pain_points}) == 4
    (stage,) = items(built, "stage.add")
    brews, drinks = items(built, "step.add")
    assert (stage["color"], stage["customer_goal"]) == ("green", "Rest")
    assert (brews["title"], brews["stage_id"]) == ("Brews", stage["id"])
    boils, waits, slow = items(built, "card.add")
    assert (boils["text"], boils["lane_id"], boils["step_id"]) == (
        "Boils water",
        actions,
        brews["id"],
    )
    assert (waits["text"], waits["span"]) == ("Waits", 2)
    assert (slow["lane_id"], slow["severity"]) == (pain_points, 2)
    (placement,) = items(built, "placement.add")
    assert placement["touchpoint_id"] == "touchpoint-kettle"
    assert placement["moment_of_truth"] is True
    assert [
        (emotion["step_id"], emotion["persona_id"], emotion["score"], emotion["label"])
        for emotion in items(built, "emotion.add")
    ] == [
        (brews["id"], "persona-ann", -0.5, ""),
        (drinks["id"], "persona-ann", 1.5, "Content"),
    ]


def test_the_map_gets_its_goal_and_personas_but_keeps_its_title_and_state() -> None:
    built = build(Template.model_validate(SMALL))
    assert built[-1]["op"] == "map.set"
    fields = built[-1]["set"]
    drinks = items(built, "step.add")[1]
    assert fields["goal"] == "A cup"
    assert fields["constraints"] == ["No milk"]
    assert fields["persona_ids"] == ["persona-ann"]
    assert fields["goal_step_id"] == drinks["id"]
    assert not {"title", "state", "goal_step"} & set(fields)


@pytest.mark.parametrize("template", [*templates(), fernwood()], ids=lambda template: template.key)
def test_the_change_function_draws_the_whole_template_in_its_order(template: Template) -> None:
    document = drawn(template)
    stages, lanes = document.ordered(Kind.STAGE), document.ordered(Kind.LANE)
    steps = document.steps_in_order()
    assert [stage["title"] for stage in stages] == [stage.title for stage in template.stages]
    assert [lane["kind"] for lane in lanes] == [lane.kind for lane in template.lanes]
    assert [step["title"] for step in steps] == [step.title for step in template.steps]
    cards = document.ordered(Kind.CARD)
    for step, written in zip(steps, template.steps, strict=True):
        for lane in lanes:
            cell = [
                card["text"]
                for card in cards
                if (card["step_id"], card["lane_id"]) == (step["id"], lane["id"])
            ]
            assert cell == [card.text for card in written.cards.get(lane["kind"], ())]
    assert len(document.items[Kind.PLACEMENT]) == sum(len(s.touchpoints) for s in template.steps)
    assert len(document.items[Kind.EMOTION]) == sum(len(s.emotions) for s in template.steps)
    goal = document.fields["goal_step_id"]
    assert goal is None or document.items[Kind.STEP][goal]["title"] == template.map.goal_step


def test_a_missing_persona_or_touchpoint_is_named() -> None:
    template = Template.model_validate(SMALL)
    with pytest.raises(UnresolvedRef, match="'small' needs an id for the touchpoint 'kettle'"):
        operations(template, personas={"ann": "a"}, touchpoints={}, new_id=numbered())
    with pytest.raises(UnresolvedRef, match="'small' needs an id for the persona 'ann'"):
        operations(template, personas={}, touchpoints={"kettle": "k"}, new_id=numbered())


def test_a_miniature_shows_stages_as_wide_as_their_steps_and_the_curve() -> None:
    small = miniature(Template.model_validate(SMALL))
    assert [(stage.title, stage.color, stage.steps) for stage in small.stages] == [
        ("Tea time", "green", 2)
    ]
    assert small.curve == (-0.5, 1.5)
    assert small.step_count == 2
    assert small.lane_kinds == ("actions", "emotions", "touchpoints", "pain_points")


def test_a_curve_with_holes_is_not_drawn() -> None:
    without_emotion = {**SMALL["stages"][0]["steps"][1], "emotions": {}}
    stage = {
        **SMALL["stages"][0],
        "steps": [SMALL["stages"][0]["steps"][0], without_emotion],
    }
    assert miniature(Template.model_validate({**SMALL, "stages": [stage]})).curve == ()
