import type { Finding } from "@/api/findings";
import { laneCells } from "../structure";
import { moodAt } from "./mood";
import type { Id, LaneKind } from "../document";
import type { Layout } from "../layout";
import type { Place } from "../navigation";
import type { Structure } from "../structure";

const ABOUT_MOOD = new Set(["EVD002", "LAN002"]);

/** Where a rule misses something at a step: the lane in which it would be. */
const MISSING: Readonly<Record<string, readonly LaneKind[]>> = {
  no_action: ["actions"],
  no_thought: ["thoughts", "questions", "expectations"],
  no_emotion: ["emotions"],
};

/** The rule's variant, where its key has one. */
export const variantOf = ({ message_key, rule_id }: Finding): string =>
  message_key.slice(`rule_${rule_id}_says_`.length);

/** What tells findings of one rule about the map apart: the id of a touchpoint or a persona. */
export function apartOf({ key, place }: Finding): Id | null {
  const last = key.split(".").at(-1) ?? "";
  return last !== place.id && /^[0-9a-f-]{36}$/.test(last) ? last : null;
}

/** The kinds of lane in which what is missing would be; none when nothing is missing. */
export const missingIn = (finding: Finding): readonly LaneKind[] =>
  finding.rule_id === "LAN001" ? (MISSING[variantOf(finding)] ?? []) : [];

/** By what a finding's mark is found: the ids of items and touchpoints, or the mood at a step. */
export function placesOf(finding: Finding): readonly string[] {
  const { place, rule_id } = finding;
  if (place.kind === "step" && ABOUT_MOOD.has(rule_id)) return [moodAt(place.id)];
  if (place.kind === "map" || place.kind === "persona" || place.kind === "source") {
    const apart = apartOf(finding);
    return place.kind === "map" && apart !== null ? [apart] : [];
  }
  return [place.id];
}

export interface Target {
  /** The cell to go to; null for what is nowhere on the grid. */
  readonly cell: Place | null;
  /** The card, chip or face in it. */
  readonly item: Id | null;
  /** Stages and lanes that must not be folded for it to be seen. */
  readonly unfold: readonly Id[];
}

const NOWHERE: Target = { cell: null, item: null, unfold: [] };

/** Where on the grid a finding points, as the map is now. */
export function targetOf(finding: Finding, structure: Structure, personaId: Id | null): Target {
  const { place } = finding;
  const { items } = structure.doc;
  switch (place.kind) {
    case "stage": {
      const step = structure.stepsOf.get(place.id)?.[0];
      return { cell: { row: "stages", column: step?.id ?? place.id }, item: null, unfold: [] };
    }
    case "step":
      return atStep(finding, structure, personaId);
    case "card": {
      const card = items.card.get(place.id);
      return card === undefined ? NOWHERE : inLane(structure, card.lane_id, card.step_id, card.id);
    }
    case "placement": {
      const placement = items.placement.get(place.id);
      return placement === undefined ? NOWHERE : ofKind(structure, ["touchpoints"], placement.step_id, placement.id);
    }
    case "touchpoint":
      return atTouchpoint(structure, place.id);
    case "map":
      return atTouchpoint(structure, apartOf(finding) ?? "");
    default:
      return NOWHERE;
  }
}

function atStep(finding: Finding, structure: Structure, personaId: Id | null): Target {
  const { id } = finding.place;
  if (ABOUT_MOOD.has(finding.rule_id)) {
    const drawn = [personaId, ...structure.emotions.keys()].flatMap((one) => structure.emotions.get(one)?.get(id) ?? []);
    return ofKind(structure, ["emotions"], id, drawn[0]?.id ?? null);
  }
  const missing = missingIn(finding);
  return ofKind(structure, missing, id, null);
}

function atTouchpoint(structure: Structure, touchpointId: Id): Target {
  for (const step of structure.steps) {
    const found = structure.placements.get(step.id)?.find((one) => one.touchpoint_id === touchpointId);
    if (found !== undefined) return ofKind(structure, ["touchpoints"], step.id, found.id);
  }
  return NOWHERE;
}

/** In the first lane of these kinds; at the step itself when there is none. */
function ofKind(structure: Structure, kinds: readonly LaneKind[], stepId: Id, item: Id | null): Target {
  const lane = kinds.flatMap((kind) => structure.lanes.find((one) => one.kind === kind) ?? [])[0];
  return inLane(structure, lane?.id ?? "steps", stepId, lane === undefined ? null : item);
}

function inLane(structure: Structure, row: string, stepId: Id, item: Id | null): Target {
  const step = structure.doc.items.step.get(stepId);
  if (step === undefined) return NOWHERE;
  return { cell: { row, column: stepId }, item, unfold: [row, step.stage_id] };
}

/** What tells where on the map something is, and nothing that changes while a text is written. */
export type Order = Pick<Layout, "columnOfStep"> & Pick<Structure, "stepsOf">;

/** From left to right, and from top to bottom: how far along the map a finding is. */
export function columnOf({ place }: Finding, { columnOfStep, stepsOf }: Order): number {
  const first = place.stage_id === null ? undefined : stepsOf.get(place.stage_id)?.[0]?.id;
  return columnOfStep.get(place.step_id ?? first ?? "")?.index ?? -1;
}

/** How many cards say something that could be backed by evidence, and how many are. */
export function backedCards(structure: Structure, kinds: ReadonlySet<LaneKind>): { backed: number; all: number } {
  const cards = structure.lanes
    .filter((lane) => kinds.has(lane.kind))
    .flatMap((lane) => [...laneCells(structure, lane.id).values()].flat());
  return { backed: cards.filter((card) => card.evidence.length > 0).length, all: cards.length };
}
