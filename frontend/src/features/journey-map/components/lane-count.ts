import { m } from "@/i18n/generated/messages";
import { mentionsOf } from "../model/document";
import { hasMeasures } from "../model/measures";
import { laneCells } from "../model/structure";
import { formatCount } from "@/ui/format";
import type { Card, Id, Lane } from "../model/document";
import type { Snapshot } from "../editor";

function cardsOf(state: Snapshot, laneId: Id): Card[] {
  return [...laneCells(state.structure, laneId).values()].flat();
}

function channelsUsed({ structure, catalogue }: Snapshot): number {
  const placements = [...structure.placements.values()].flat();
  return new Set(placements.map((one) => catalogue.touchpoints.get(one.touchpoint_id)?.channel_id ?? one.touchpoint_id))
    .size;
}

/** The small line under a lane's title: what there is most to know about its contents. */
export function laneCount(state: Snapshot, lane: Lane): string {
  if (lane.kind === "touchpoints") return m.map_count_channels({ count: channelsUsed(state) });
  const cards = cardsOf(state, lane.id);
  if (lane.kind === "emotions") return m.map_count_curves({ count: state.structure.emotions.size });
  if (lane.kind === "opportunities") return m.map_count_ideas({ count: cards.length });
  if (lane.kind === "metrics" && hasMeasures(state.measures)) return m.map_measured();
  const mentions = lane.kind === "pain_points" ? cards.reduce((sum, card) => sum + mentionsOf(card), 0) : 0;
  if (mentions > 0) return m.map_count_mentions({ count: mentions, shown: formatCount(mentions) });
  return m.map_count_cards({ count: cards.length });
}
