import { m } from "@/i18n/generated/messages";
import { formatCount } from "@/ui/format";
import { periodBefore } from "../period";
import { formatRange } from "./format";
import styles from "./context.module.css";
import type { Measures } from "../model/measures";
import type { Kpi } from "./kpi-list";

type Props = { kpi: Kpi; measures: Measures; goal: string };

/** What a key figure counts, over which days, and what it was before. */
export default function KpiDefinition({ kpi, measures, goal }: Props) {
  return (
    <div className={styles.definition}>
      <h2>{kpi.name}</h2>
      <p>{whatItIs(kpi.id, measures, goal)}</p>
      <dl>
        <dt>{formatRange(measures)}</dt>
        <dd>{kpi.value}</dd>
        <dt>{formatRange(periodBefore(measures))}</dt>
        <dd>{kpi.before ?? m.map_kpi_no_before()}</dd>
      </dl>
      <p className={styles.small}>{m.map_kpi_days()}</p>
    </div>
  );
}

function whatItIs(id: Kpi["id"], { summary }: Measures, goal: string): string {
  switch (id) {
    case "customers":
      return m.map_kpi_customers_is();
    case "conversion":
      return m.map_kpi_conversion_is({
        goal,
        converted: formatCount(summary.converted),
        customers: formatCount(summary.customers),
      });
    case "time":
      return m.map_kpi_time_is({ goal });
    case "nps":
      return m.map_kpi_nps_is({ answers: formatCount(summary.nps_answers) });
    case "revenue":
      return m.map_kpi_revenue_is({ currency: summary.revenue[0]?.currency ?? "" });
  }
}
