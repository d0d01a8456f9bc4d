import { m } from "@/i18n/generated/messages";
import { Select } from "@/ui/Select";
import { useEditor } from "../../context";
import { METRIC_MEASURES } from "../../model/document";
import { isAbsolute } from "../../model/metric-reading";
import { measureLabel } from "../measure-labels";
import { PanelText } from "./PanelText";
import styles from "./panel.module.css";
import type { Metric } from "../../model/document";

type Props = { metric: Metric | null; onChange: (metric: Metric) => void };

const DEFINITIONS = {
  customers: m.map_measure_customers_is,
  events: m.map_measure_events_is,
  share_continued: m.map_measure_share_continued_is,
  satisfaction: m.map_measure_satisfaction_is,
  value: m.map_measure_value_is,
} as const;

function numberOf(text: string, share: boolean): number | null {
  const value = Number.parseFloat(text.replace(",", "."));
  if (!Number.isFinite(value)) return null;
  return share ? value / 100 : value;
}

function textOf(value: number | null, share: boolean): string {
  if (value === null) return "";
  return String(share ? Math.round(value * 1000) / 10 : value);
}

/** What a metric card reads from the events of its step. */
export function MetricEditor({ metric, onChange }: Props) {
  const { canEdit } = useEditor();
  const options = METRIC_MEASURES.map((value) => ({ value, label: measureLabel(value) }));
  const now: Metric = metric ?? { measure: "customers", baseline: null, target: null };
  const share = now.measure === "share_continued";
  const unit = share ? m.map_metric_in_percent() : isAbsolute(now.measure) ? m.map_metric_in_score() : undefined;
  const hint = unit === undefined ? {} : { hint: unit };
  return (
    <div className={styles.field}>
      <Select
        label={m.map_field_measure()}
        options={options}
        value={now.measure}
        disabled={!canEdit}
        onChange={(measure) => onChange({ ...now, measure })}
      />
      <p className={styles.hint}>{DEFINITIONS[now.measure]()}</p>
      <div className={styles.pair}>
        <PanelText
          label={m.map_field_baseline()}
          type="number"
          {...hint}
          value={textOf(now.baseline, share)}
          onChange={(text) => onChange({ ...now, baseline: numberOf(text, share) })}
        />
        <PanelText
          label={m.map_field_target()}
          type="number"
          {...hint}
          value={textOf(now.target, share)}
          onChange={(text) => onChange({ ...now, target: numberOf(text, share) })}
        />
      </div>
    </div>
  );
}
