import { lazy, Suspense, useMemo } from "react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot, useUi } from "../context";
import { hasMeasures } from "../model/measures";
import { laneCells } from "../model/structure";
import { cardSummary, channelsUsed } from "./lane-count";
import styles from "./canvas/lanes.module.css";
import type { Lane } from "../model/document";

const ComparedLegend = lazy(() => import("./ComparedLegend"));

/** The small line under a lane's title: what is in it, or what its curves mean. */
export function LaneSummary({ lane, collapsed }: { lane: Lane; collapsed: boolean }) {
  if (lane.kind === "emotions" && !collapsed) return <Legend />;
  return <small>{contentsOf(lane)}</small>;
}

function contentsOf(lane: Lane) {
  if (lane.kind === "touchpoints") return <ChannelCount />;
  return lane.kind === "emotions" ? <CurveCount /> : <CardSummary lane={lane} />;
}

function Legend() {
  const measured = useSnapshot((state) => state.layout.rowOfKey.has("flow"));
  const { measured: shown, compared } = useUi((state) => state.layers);
  return (
    <small className={styles.legend}>
      <span>
        <i className={styles.drawnKey} />
        {m.map_legend_drawn()}
      </span>
      {measured && shown && (
        <span>
          <i className={styles.measuredKey} />
          {m.map_legend_measured()}
        </span>
      )}
      {compared && (
        <Suspense>
          <ComparedLegend mapId={compared} />
        </Suspense>
      )}
    </small>
  );
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
