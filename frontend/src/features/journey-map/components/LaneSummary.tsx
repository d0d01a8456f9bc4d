import { useMemo } from "react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot } from "../context";
import { hasMeasures } from "../model/measures";
import { laneCells } from "../model/structure";
import { cardSummary, channelsUsed } from "./lane-count";
import type { Lane } from "../model/document";

/** The small line under a lane's title. */
export function LaneSummary({ lane }: { lane: Lane }) {
  if (lane.kind === "touchpoints") return <ChannelCount />;
  return lane.kind === "emotions" ? <CurveCount /> : <CardSummary lane={lane} />;
}

function ChannelCount() {
  const placements = useSnapshot((state) => state.structure.placements);
  const catalogue = useSnapshot((state) => state.catalogue);
  const count = useMemo(() => channelsUsed(placements, catalogue), [placements, catalogue]);
  return m.map_count_channels({ count });
}

function CurveCount() {
  return m.map_count_curves({ count: useSnapshot((state) => state.structure.emotions.size) });
}

function CardSummary({ lane }: { lane: Lane }) {
  const cells = useSnapshot((state) => laneCells(state.structure, lane.id));
  const measured = useSnapshot((state) => lane.kind === "metrics" && hasMeasures(state.measures));
  const summary = useMemo(() => cardSummary(lane, cells), [lane, cells]);
  return measured ? m.map_measured() : summary;
}
