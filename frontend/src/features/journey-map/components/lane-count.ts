import { m } from "@/i18n/generated/messages";
import { formatCount } from "@/ui/format";
import { mentionsOf } from "../model/card-figures";
import type { Catalogue } from "../catalogue";
import type { Lane } from "../model/document";
import type { LaneCells, Structure } from "../model/structure";

export function channelsUsed(placements: Structure["placements"], { touchpoints }: Catalogue): number {
  const all = [...placements.values()].flat();
  return new Set(all.map((one) => touchpoints.get(one.touchpoint_id)?.channel_id ?? one.touchpoint_id)).size;
}

/** What there is most to know about the cards of a lane. */
export function cardSummary({ kind }: Lane, cells: LaneCells): string {
  const cards = [...cells.values()].flat();
  if (kind === "opportunities") return m.map_count_ideas({ count: cards.length });
  const mentions = kind === "pain_points" ? cards.reduce((sum, card) => sum + mentionsOf(card), 0) : 0;
  if (mentions > 0) return m.map_count_mentions({ count: mentions, shown: formatCount(mentions) });
  return m.map_count_cards({ count: cards.length });
}
