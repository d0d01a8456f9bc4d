import type { Abilities, AnyItem, Card, Doc, Emotion, Id, Lane, MapFields, Placement, Stage, Step, Table } from "./document";

/** The map document as the API sends it. */
export interface WireMap extends MapFields {
  readonly id: Id;
  readonly workspace_id: Id;
  readonly revision: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly abilities: Abilities;
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  readonly lanes: readonly Lane[];
  readonly cards: readonly Card[];
  readonly placements: readonly Placement[];
  readonly emotions: readonly Emotion[];
}

function tableOf<T extends AnyItem>(items: readonly T[]): Table<T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Reads the API's document into tables. */
export function fromWire(wire: WireMap): Doc {
  return {
    id: wire.id,
    workspaceId: wire.workspace_id,
    revision: wire.revision,
    abilities: wire.abilities,
    map: {
      title: wire.title,
      state: wire.state,
      goal: wire.goal,
      goal_start: wire.goal_start,
      goal_end: wire.goal_end,
      scenario: wire.scenario,
      constraints: wire.constraints,
      persona_ids: wire.persona_ids,
      owner_id: wire.owner_id,
      reviewed_on: wire.reviewed_on,
      goal_step_id: wire.goal_step_id,
    },
    items: {
      stage: tableOf(wire.stages),
      step: tableOf(wire.steps),
      lane: tableOf(wire.lanes),
      card: tableOf(wire.cards),
      placement: tableOf(wire.placements),
      emotion: tableOf(wire.emotions),
    },
  };
}
