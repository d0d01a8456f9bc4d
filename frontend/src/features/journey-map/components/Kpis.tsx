import { m } from "@/i18n/generated/messages";
import { PopoverButton } from "@/ui/PopoverButton";
import { useSnapshot } from "../context";
import { measuredSteps } from "../model/metric-reading";
import { periodBefore } from "../period";
import { formatRange } from "./format";
import { kpisOf } from "./kpi-list";
import styles from "./context.module.css";
import type { Measures } from "../model/measures";
import type { Kpi } from "./kpi-list";

/** The key figures of the period; each tells one click away what is counted. */
export function Kpis({ measures }: { measures: Measures }) {
  const steps = useSnapshot((state) => state.structure.doc.items.step);
  const goalId = measures.summary.goal_step_id ?? measuredSteps(measures).at(-1)?.step_id;
  const goal = steps.get(goalId ?? "")?.title ?? "";
  return (
    <ul className={styles.kpis} aria-label={m.map_kpis()}>
      {kpisOf(measures, goal).map((kpi) => (
        <li key={kpi.id}>
          <KpiButton kpi={kpi} measures={measures} />
        </li>
      ))}
    </ul>
  );
}

function KpiButton({ kpi, measures }: { kpi: Kpi; measures: Measures }) {
  return (
    <PopoverButton label={kpi.name} content={() => <Definition kpi={kpi} measures={measures} />}>
      {(trigger) => (
        <button type="button" className={styles.kpi} {...trigger}>
          <span className={styles.kpiName}>{kpi.name}</span>
          <span className={styles.kpiValue}>
            {kpi.value}
            {kpi.delta !== null && <em data-good={kpi.delta.good || undefined}>{kpi.delta.text}</em>}
          </span>
        </button>
      )}
    </PopoverButton>
  );
}

function Definition({ kpi, measures }: { kpi: Kpi; measures: Measures }) {
  const before = periodBefore(measures);
  return (
    <div className={styles.definition}>
      <h2>{kpi.name}</h2>
      <p>{kpi.definition}</p>
      <dl>
        <dt>{formatRange(measures)}</dt>
        <dd>{kpi.value}</dd>
        <dt>{formatRange(before)}</dt>
        <dd>{kpi.before}</dd>
      </dl>
      <p className={styles.small}>{m.map_kpi_days()}</p>
    </div>
  );
}
