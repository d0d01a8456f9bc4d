"""The templates that ship: they parse, they teach, and they obey the method they teach."""

import re
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from waymark.demo.fernwood import fernwood
from waymark.maps.fields import LaneKind, MapState, Measure
from waymark.templates.authoring import Card, Step, Template
from waymark.templates.catalogue import KEYS, TemplateNotFound, template, templates
from waymark.touchpoints.presets import PRESETS

TEACHING = [template for template in templates() if template.key != "blank"]
each_that_teaches = pytest.mark.parametrize(
    "taught", [*TEACHING, fernwood()], ids=lambda taught: taught.key
)
each_template = pytest.mark.parametrize("taught", TEACHING, ids=lambda taught: taught.key)

CHANNEL_KEYS = {preset.key for preset in PRESETS}

PORTRAIT_KEYS = Path(__file__).parents[3] / "frontend/src/ui/portrait/keys.ts"
#: The portraits that the web app can draw.
PORTRAITS = set(re.findall(r"\"(\w+)\"", PORTRAIT_KEYS.read_text()))
CARD_LETTERS = 46  # two lines of a card in a column of 146 px
TITLE_LETTERS = 18  # one line of a step's header


def cards(taught: Template, kind: LaneKind) -> list[Card]:
    return [card for step in taught.steps for card in step.cards.get(kind, ())]


def first_score(taught: Template, step: Step) -> float:
    return step.emotions[taught.personas[0].ref].score


def test_the_catalogue_lists_exactly_the_files_beside_it() -> None:
    folder = resources.files("waymark.templates") / "catalogue"
    files = {file.name.removesuffix(".json") for file in folder.iterdir()}
    assert files == set(KEYS)
    assert [template.key for template in templates()] == list(KEYS)


def test_an_unknown_key_is_not_found() -> None:
    with pytest.raises(TemplateNotFound, match="no template “nope”"):
        template("nope")


def test_blank_gives_the_frame_and_no_opinions() -> None:
    blank = template("blank")
    assert [len(stage.steps) for stage in blank.stages] == [1, 1, 1]
    assert [lane.kind for lane in blank.lanes] == [
        LaneKind.ACTIONS,
        LaneKind.EMOTIONS,
        LaneKind.THOUGHTS,
        LaneKind.TOUCHPOINTS,
        LaneKind.PAIN_POINTS,
        LaneKind.OPPORTUNITIES,
    ]
    assert not blank.personas
    assert not any(step.cards or step.emotions or step.touchpoints for step in blank.steps)


@each_that_teaches
def test_the_frame_is_complete(taught: Template) -> None:
    written = taught.map
    assert all([written.goal, written.goal_start, written.goal_end, written.scenario])
    assert written.constraints
    assert written.goal_step
    assert all(stage.customer_goal and stage.trigger for stage in taught.stages)
    assert all(step.description for step in taught.steps)
    assert 8 <= len(taught.steps) <= 12


@each_that_teaches
def test_the_persona_is_somebody(taught: Template) -> None:
    for persona in taught.personas:
        assert persona.tagline
        assert persona.quote
        assert persona.reason
        assert persona.goals
        assert persona.needs
        assert persona.frustrations
        assert persona.sources, "a persona needs a source, or it is invented"
        assert set(persona.channels) <= CHANNEL_KEYS
        assert persona.portrait in PORTRAITS
    assert taught.personas


@each_that_teaches
def test_every_step_says_what_people_do_and_how_they_feel(taught: Template) -> None:
    for step in taught.steps:
        assert step.cards.get(LaneKind.ACTIONS), step.title
        for persona in taught.personas:
            assert persona.ref in step.emotions, (persona.ref, step.title)


@each_that_teaches
def test_the_extremes_of_the_curve_have_a_word(taught: Template) -> None:
    for persona in taught.personas:
        points = [step.emotions[persona.ref] for step in taught.steps]
        highest = max(points, key=lambda point: point.score)
        lowest = min(points, key=lambda point: point.score)
        assert highest.label
        assert lowest.label
        assert highest.score - lowest.score >= 1.5, "a flat curve teaches nothing"


@each_that_teaches
def test_a_dip_is_explained_by_a_pain_point(taught: Template) -> None:
    for step in taught.steps:
        if first_score(taught, step) <= -1:
            assert step.cards.get(LaneKind.PAIN_POINTS), step.title


@each_that_teaches
def test_pain_points_have_severity_and_evidence(taught: Template) -> None:
    pains = cards(taught, LaneKind.PAIN_POINTS)
    assert len(pains) >= 5
    assert all(pain.severity and pain.evidence for pain in pains)
    assert len({pain.severity for pain in pains}) > 1, "not everything is equally bad"


@each_that_teaches
def test_opportunities_have_status_impact_and_effort(taught: Template) -> None:
    ideas = cards(taught, LaneKind.OPPORTUNITIES)
    assert len(ideas) >= 5
    assert all(idea.status and idea.impact and idea.effort for idea in ideas)


@each_template
def test_every_pain_point_has_an_answer(taught: Template) -> None:
    for step in taught.steps:
        if step.cards.get(LaneKind.PAIN_POINTS):
            assert step.cards.get(LaneKind.OPPORTUNITIES), step.title


@each_that_teaches
def test_touchpoints_have_known_channels_and_stand_on_one_step(
    taught: Template,
) -> None:
    assert all(touchpoint.channel in CHANNEL_KEYS for touchpoint in taught.touchpoints)
    placed = [each.ref for step in taught.steps for each in step.touchpoints]
    assert len(placed) == len(set(placed)), "events could not tell the steps apart"
    assert len({touchpoint.channel for touchpoint in taught.touchpoints}) >= 5
    assert any(each.moment_of_truth for step in taught.steps for each in step.touchpoints)
    for stage in taught.stages:
        assert any(step.touchpoints for step in stage.steps), stage.title


@each_template
def test_nothing_is_in_the_catalogue_only(taught: Template) -> None:
    placed = {each.ref for step in taught.steps for each in step.touchpoints}
    assert placed == {touchpoint.ref for touchpoint in taught.touchpoints}


@each_template
def test_there_is_enough_to_learn_from(taught: Template) -> None:
    every = [card for step in taught.steps for group in step.cards.values() for card in group]
    assert 40 <= len(every) <= 100
    mind: tuple[LaneKind, ...] = (LaneKind.THOUGHTS, LaneKind.QUESTIONS, LaneKind.EXPECTATIONS)
    assert taught.key == "service-blueprint" or any(cards(taught, kind) for kind in mind)


@each_that_teaches
def test_metrics_say_what_is_counted_and_what_is_wanted(taught: Template) -> None:
    for metric in cards(taught, LaneKind.METRICS):
        assert metric.metric is not None
        assert metric.metric.baseline is not None
        assert metric.metric.target is not None
        if metric.metric.measure is Measure.SHARE_CONTINUED:
            assert 0 <= metric.metric.baseline < metric.metric.target <= 1
        if metric.metric.measure is Measure.SATISFACTION:
            assert -2 <= metric.metric.baseline < metric.metric.target <= 2


@each_that_teaches
def test_texts_fit_where_they_are_shown(taught: Template) -> None:
    for step in taught.steps:
        assert len(step.title) <= TITLE_LETTERS
        for group in step.cards.values():
            for card in group:
                assert len(card.text) <= CARD_LETTERS, card.text
    assert all(len(touchpoint.name) <= TITLE_LETTERS for touchpoint in taught.touchpoints)


@each_that_teaches
def test_neighbouring_stages_differ_in_colour(taught: Template) -> None:
    assert all(left.color != right.color for left, right in pairwise(taught.stages))


@pytest.mark.parametrize(
    ("key", "kinds"),
    [
        ("current-state", {LaneKind.QUOTES, LaneKind.QUESTIONS}),
        ("four-stage", {LaneKind.QUESTIONS, LaneKind.THOUGHTS, LaneKind.METRICS}),
        ("b2b-sales", {LaneKind.EXPECTATIONS, LaneKind.BACKSTAGE, LaneKind.METRICS}),
        ("retail-shop", {LaneKind.EXPECTATIONS, LaneKind.BACKSTAGE}),
        (
            "service-blueprint",
            {LaneKind.FREE_TEXT, LaneKind.BACKSTAGE, LaneKind.SUPPORT_PROCESSES, LaneKind.METRICS},
        ),
        (
            "future-state",
            {LaneKind.EXPECTATIONS, LaneKind.FREE_TEXT, LaneKind.BACKSTAGE, LaneKind.METRICS},
        ),
    ],
)
def test_a_kind_of_map_has_the_lanes_it_is_known_for(key: str, kinds: set[LaneKind]) -> None:
    assert all(cards(template(key), kind) for kind in kinds)


@pytest.mark.parametrize(
    ("key", "titles"),
    [
        ("four-stage", "Awareness · Consideration · Decision · Retention"),
        ("ecommerce", "Awareness · Interest · Consideration · Purchase · Loyalty"),
        ("end-to-end", "Awareness · Consideration · Purchase · Retention · Advocacy"),
    ],
)
def test_the_common_sequences_are_there(key: str, titles: str) -> None:
    assert " · ".join(stage.title for stage in template(key).stages) == titles


def test_only_the_future_state_is_about_the_future() -> None:
    assert [each.key for each in templates() if each.map.state is not MapState.CURRENT] == [
        "future-state"
    ]
