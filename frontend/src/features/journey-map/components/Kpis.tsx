import { lazy } from "react";
import { m } from "@/i18n/generated/messages";
import { PopoverButton } from "@/ui/PopoverButton";
import { useSnapshot } from "../context";
import { measuredSteps } from "../model/metric-reading";
import { kpisOf } from "./kpi-list";
import styles from "./context.module.css";
import type { Measures } from "../model/measures";
import type { Kpi } from "./kpi-list";

const KpiDefinition = lazy(() => import("./KpiDefinition"));

/** The key figures of the period; each tells one click away what is counted. */
export function Kpis({ measures }: { measures: Measures }) {
  const steps = useSnapshot((state) => state.structure.doc.items.step);
  const goalId = measures.summary.goal_step_id ?? measuredSteps(measures).at(-1)?.step_id;
  const goal = steps.get(goalId ?? "")?.title ?? "";
  return (
    <ul className={styles.kpis} aria-label={m.map_kpis()}>
      {kpisOf(measures).map((kpi) => (
        <li key={kpi.id}>
          <KpiButton kpi={kpi} measures={measures} goal={goal} />
        </li>
      ))}
    </ul>
  );
}

function KpiButton({ kpi, measures, goal }: { kpi: Kpi; measures: Measures; goal: string }) {
  return (
    <PopoverButton label={kpi.name} content={() => <KpiDefinition kpi={kpi} measures={measures} goal={goal} />}>
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
