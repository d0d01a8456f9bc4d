/**
 * The journey map as the editor holds it: the map's own fields and one table per kind of item.
 * Every table is replaced, never mutated, so an item that did not change keeps its identity.
 */

export type Id = string;

export const COLORS = ["blue", "violet", "fuchsia", "green", "amber", "teal", "rose", "slate"] as const;
export type Color = (typeof COLORS)[number];

export const MAP_STATES = ["current", "future", "ideal"] as const;
export type MapState = (typeof MAP_STATES)[number];

export const LANE_KINDS = [
  "actions",
  "thoughts",
  "questions",
  "expectations",
  "emotions",
  "touchpoints",
  "pain_points",
  "opportunities",
  "quotes",
  "images",
  "backstage",
  "support_processes",
  "metrics",
  "free_text",
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export const CARD_STATUSES = ["idea", "planned", "in_progress", "done", "dropped"] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

export const EVIDENCE_KINDS = [
  "quote",
  "review",
  "survey",
  "interview",
  "ticket",
  "analytics",
  "metric",
  "other",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const METRIC_MEASURES = ["customers", "events", "share_continued", "satisfaction", "value"] as const;
export type MetricMeasure = (typeof METRIC_MEASURES)[number];

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly url: string;
  readonly count: number;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface Metric {
  readonly measure: MetricMeasure;
  readonly baseline: number | null;
  readonly target: number | null;
}

interface Item {
  readonly id: Id;
  /** Map revision that last touched the item. */
  readonly revision: number;
}

export interface Stage extends Item {
  readonly order: string;
  readonly title: string;
  readonly color: Color;
  readonly customer_goal: string;
  readonly trigger: string;
}

export interface Step extends Item {
  readonly stage_id: Id;
  readonly order: string;
  readonly title: string;
  readonly description: string;
}

export interface Lane extends Item {
  readonly order: string;
  readonly kind: LaneKind;
  readonly title: string;
}

export interface Card extends Item {
  readonly step_id: Id;
  readonly lane_id: Id;
  readonly order: string;
  readonly text: string;
  /** Columns the card covers, at least 1. */
  readonly span: number;
  readonly color: Color | null;
  readonly tags: readonly string[];
  /** 1 … 3. */
  readonly severity: number | null;
  readonly status: CardStatus | null;
  readonly impact: number | null;
  readonly effort: number | null;
  readonly owner_id: Id | null;
  readonly evidence: readonly Evidence[];
  readonly links: readonly Link[];
  readonly image_url: string;
  readonly metric: Metric | null;
}

export interface Placement extends Item {
  readonly step_id: Id;
  readonly touchpoint_id: Id;
  readonly order: string;
  readonly moment_of_truth: boolean;
  /** 1 … 3. */
  readonly importance: number | null;
  /** −2 … +2. */
  readonly expected_satisfaction: number | null;
}

export interface Emotion extends Item {
  readonly step_id: Id;
  readonly persona_id: Id | null;
  /** −2 … +2. */
  readonly score: number;
  readonly label: string;
}

export interface ItemOf {
  stage: Stage;
  step: Step;
  lane: Lane;
  card: Card;
  placement: Placement;
  emotion: Emotion;
}
export type ItemKind = keyof ItemOf;
export type AnyItem = ItemOf[ItemKind];
export const ITEM_KINDS = ["stage", "step", "lane", "card", "placement", "emotion"] as const;

export type Table<T> = ReadonlyMap<Id, T>;
export type Tables = { readonly [K in ItemKind]: Table<ItemOf[K]> };

export interface MapFields {
  readonly title: string;
  readonly state: MapState;
  readonly goal: string;
  readonly goal_start: string;
  readonly goal_end: string;
  readonly scenario: string;
  readonly constraints: readonly string[];
  readonly persona_ids: readonly Id[];
  readonly owner_id: Id | null;
  /** Date, `YYYY-MM-DD`. */
  readonly reviewed_on: string | null;
  readonly goal_step_id: Id | null;
}
export const MAP_FIELDS = [
  "title",
  "state",
  "goal",
  "goal_start",
  "goal_end",
  "scenario",
  "constraints",
  "persona_ids",
  "owner_id",
  "reviewed_on",
  "goal_step_id",
] as const satisfies readonly (keyof MapFields)[];

export interface Abilities {
  readonly edit: boolean;
  readonly delete: boolean;
}

export interface Doc {
  readonly id: Id;
  readonly workspaceId: Id;
  readonly revision: number;
  readonly abilities: Abilities;
  readonly map: MapFields;
  readonly items: Tables;
}

/** Siblings are in bytewise order of their keys; equal keys (two people at once) fall back to the id. */
export function byOrder(a: { order: string; id: Id }, b: { order: string; id: Id }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
