"""From a template to what the map service understands: change operations. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from waymark.maps.fields import LaneKind
from waymark.templates.authoring import Card, Stage, Step, Template

Operation = dict[str, Any]


class UnresolvedRef(LookupError):
    """A template uses a persona or touchpoint for which the caller gave no id."""

    def __init__(self, template: str, what: str, ref: str) -> None:
        super().__init__(f"template {template!r} needs an id for the {what} {ref!r}")
        self.template = template
        self.what = what
        self.ref = ref


def operations(
    template: Template,
    *,
    personas: Mapping[str, str],
    touchpoints: Mapping[str, str],
    new_id: Callable[[], str],
) -> list[Operation]:
    """The operations that fill an empty map with `template`, parents before their children.

    `personas` and `touchpoints` give the workspace's ids for the template's refs; `new_id` makes
    the ids of everything else. Order keys are left out: each item goes to the end, so siblings
    come in the template's order. The map's `title` and `state` are not set, since whoever creates
    a map chooses them. Raises `UnresolvedRef` when an id is missing.
    """
    return _Builder(template, personas, touchpoints, new_id).build()


class _Builder:
    def __init__(
        self,
        template: Template,
        personas: Mapping[str, str],
        touchpoints: Mapping[str, str],
        new_id: Callable[[], str],
    ) -> None:
        self._template = template
        self._personas = personas
        self._touchpoints = touchpoints
        self._new_id = new_id
        self._lane_ids: dict[LaneKind, str] = {}
        self._step_ids: dict[str, str] = {}
        self._built: list[Operation] = []

    def build(self) -> list[Operation]:
        for lane in self._template.lanes:
            self._lane_ids[lane.kind] = self._add("lane", kind=lane.kind, title=lane.title)
        for stage in self._template.stages:
            self._add_stage(stage)
        return [*self._built, self._map_fields()]

    def _map_fields(self) -> Operation:
        """Last, because the goal step must exist before the map can point at it."""
        written = self._template.map
        fields = written.model_dump(mode="json", exclude={"title", "state", "goal_step"})
        fields["persona_ids"] = [
            self._persona_id(persona.ref) for persona in self._template.personas
        ]
        if written.goal_step is not None:
            fields["goal_step_id"] = self._step_ids[written.goal_step]
        return {"op": "map.set", "set": fields}

    def _add_stage(self, stage: Stage) -> None:
        stage_id = self._add("stage", **stage.model_dump(mode="json", exclude={"steps"}))
        for step in stage.steps:
            self._add_step(stage_id, step)

    def _add_step(self, stage_id: str, step: Step) -> None:
        step_id = self._add(
            "step", stage_id=stage_id, title=step.title, description=step.description
        )
        self._step_ids[step.title] = step_id
        for lane in self._template.lanes:
            for card in step.cards.get(lane.kind, ()):
                self._add_card(step_id, self._lane_ids[lane.kind], card)
        for placed in step.touchpoints:
            fields = placed.model_dump(mode="json", exclude={"ref"})
            touchpoint_id = self._touchpoint_id(placed.ref)
            self._add("placement", step_id=step_id, touchpoint_id=touchpoint_id, **fields)
        for ref, emotion in step.emotions.items():
            fields = emotion.model_dump(mode="json")
            self._add("emotion", step_id=step_id, persona_id=self._persona_id(ref), **fields)

    def _add_card(self, step_id: str, lane_id: str, card: Card) -> None:
        fields = card.model_dump(mode="json", exclude_defaults=True)
        self._add("card", step_id=step_id, lane_id=lane_id, **fields)

    def _add(self, kind: str, /, **fields: Any) -> str:
        item_id = self._new_id()
        self._built.append({"op": f"{kind}.add", "item": {"id": item_id, **fields}})
        return item_id

    def _persona_id(self, ref: str) -> str:
        return self._resolve("persona", ref, self._personas)

    def _touchpoint_id(self, ref: str) -> str:
        return self._resolve("touchpoint", ref, self._touchpoints)

    def _resolve(self, what: str, ref: str, ids: Mapping[str, str]) -> str:
        try:
            return ids[ref]
        except KeyError:
            raise UnresolvedRef(self._template.key, what, ref) from None
