"""Mistakes in a template file are told by name, when it is read."""

import copy
from typing import Any

import pytest
from pydantic import ValidationError
from waymark.maps.fields import LaneKind
from waymark.templates.authoring import Template

VALID: dict[str, Any] = {
    "key": "small",
    "name": "Small",
    "summary": "One step.",
    "map": {"title": "Tea"},
    "personas": [{"ref": "ann", "name": "Ann"}],
    "touchpoints": [{"ref": "kettle", "key": "kettle", "name": "Kettle"}],
    "lanes": [
        {"kind": "actions", "title": "Actions"},
        {"kind": "emotions", "title": "Emotions"},
    ],
    "stages": [{"title": "Tea", "color": "green", "steps": [{"title": "Brews"}]}],
}


def with_step(**fields: Any) -> dict[str, Any]:
    changed = copy.deepcopy(VALID)
    changed["stages"][0]["steps"][0].update(fields)
    return changed


def test_short_forms_mean_the_long_ones() -> None:
    template = Template.model_validate(
        with_step(cards={"actions": ["Boils"]}, touchpoints=["kettle"], emotions={"ann": 1})
    )
    (step,) = template.steps
    assert step.cards[LaneKind.ACTIONS][0].text == "Boils"
    assert step.touchpoints[0].ref == "kettle"
    assert (step.emotions["ann"].score, step.emotions["ann"].label) == (1, "")


@pytest.mark.parametrize(
    ("mistaken", "told"),
    [
        (
            with_step(touchpoints=["ketle"]),
            "step 'Brews' uses an unknown touchpoint: ketle",
        ),
        (with_step(emotions={"bob": 1}), "step 'Brews' uses an unknown persona: bob"),
        (
            with_step(cards={"quotes": ["“Hot”"]}),
            "step 'Brews' uses an unknown lane of cards: quotes",
        ),
        (
            with_step(cards={"emotions": ["Happy"]}),
            "step 'Brews' uses an unknown lane of cards: emotions",
        ),
        (
            {**VALID, "map": {"title": "Tea", "goal_step": "Sips"}},
            "goal_step names no step",
        ),
        (
            {**VALID, "lanes": [*VALID["lanes"], VALID["lanes"][0]]},
            "lane defined twice: actions",
        ),
        ({**VALID, "personas": VALID["personas"] * 2}, "persona defined twice: ann"),
        (
            {**VALID, "touchpoints": VALID["touchpoints"] * 2},
            "touchpoint defined twice: kettle",
        ),
        ({**VALID, "stages": VALID["stages"] * 2}, "stage defined twice: Tea"),
        (with_step(descriptoin="typo"), "Extra inputs are not permitted"),
        (with_step(emotions={"ann": 2.5}), "less than or equal to 2"),
        (with_step(cards={"actions": [""]}), "at least 1 character"),
    ],
)
def test_a_mistake_is_told_by_name(mistaken: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Template.model_validate(mistaken)
