import { v7 as uuid } from "uuid";
import type { Card, Color, Emotion, Id, Lane, LaneKind, Placement, Stage, Step } from "./document";

/** Items as they are before anybody has said anything about them. `revision` 0: not saved yet. */

export function newStage(order: string, title: string, color: Color): Stage {
  return { id: uuid(), revision: 0, order, title, color, customer_goal: "", trigger: "" };
}

export function newStep(stageId: Id, order: string, title = ""): Step {
  return { id: uuid(), revision: 0, stage_id: stageId, order, title, description: "" };
}

export function newLane(kind: LaneKind, order: string, title: string): Lane {
  return { id: uuid(), revision: 0, order, kind, title };
}

export function newCard(stepId: Id, laneId: Id, order: string, text = ""): Card {
  return {
    id: uuid(),
    revision: 0,
    step_id: stepId,
    lane_id: laneId,
    order,
    text,
    span: 1,
    color: null,
    tags: [],
    severity: null,
    status: null,
    impact: null,
    effort: null,
    owner_id: null,
    evidence: [],
    links: [],
    image_url: "",
    metric: null,
  };
}

export function newPlacement(stepId: Id, touchpointId: Id, order: string): Placement {
  return {
    id: uuid(),
    revision: 0,
    step_id: stepId,
    touchpoint_id: touchpointId,
    order,
    moment_of_truth: false,
    importance: null,
    expected_satisfaction: null,
  };
}

export function newEmotion(stepId: Id, personaId: Id | null, score: number): Emotion {
  return { id: uuid(), revision: 0, step_id: stepId, persona_id: personaId, score, label: "" };
}
