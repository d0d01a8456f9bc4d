import { Info } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { toggleMapPanel } from "../commands/open";
import { useEditor, useUi } from "../context";
import { hasMeasures } from "../model/measures";
import { FindingsButton } from "./findings/late";
import { Kpis } from "./Kpis";
import { LayersMenu } from "./LayersMenu";
import { MeasuresInvitation } from "./MeasuresInvitation";
import { PeriodPicker } from "./PeriodPicker";
import { PersonaPicker } from "./PersonaPicker";
import styles from "./context.module.css";
import type { Period } from "@/api/measures";
import type { MeasuresState } from "./useMapData";

type Props = { period: Period; measures: MeasuresState; onPeriod: (period: Period) => void };

/** Whose journey it is, what was measured, over which days. */
export function ContextContents({ period, measures, onPeriod }: Props) {
  const editor = useEditor();
  const open = useUi((state) => state.panel?.kind === "map");
  const data = measures.data ?? null;
  return (
    <>
      <PersonaPicker />
      <span className={styles.divider} />
      {hasMeasures(data) ? <Kpis measures={data} /> : <MeasuresInvitation measures={measures} onPeriod={onPeriod} />}
      <span className={styles.grow} />
      {data?.last_event_at != null && (
        <PeriodPicker period={period} lastEventAt={data.last_event_at} onChange={onPeriod} />
      )}
      <span className={styles.findings}>
        <FindingsButton />
      </span>
      <LayersMenu />
      <IconButton
        look="outlined"
        size={30}
        label={m.map_cmd_map_details()}
        shortcut="Mod+I"
        aria-pressed={open}
        onClick={() => toggleMapPanel(editor)}
      >
        <Info size={15} aria-hidden />
      </IconButton>
    </>
  );
}
