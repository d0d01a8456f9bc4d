import { m } from "@/i18n/generated/messages";
import { formatCount, formatShare } from "@/ui/format";
import { deltaOf } from "../model/metric-reading";
import { formatDays, formatMoney, signed } from "./format";
import type { Measures, Summary } from "../model/measures";

type KpiId = "customers" | "conversion" | "time" | "nps" | "revenue";

export interface Kpi {
  readonly id: KpiId;
  readonly name: string;
  readonly value: string;
  readonly delta: { readonly text: string; readonly good: boolean } | null;
  /** Null where nothing was measured before. */
  readonly before: string | null;
}

type Pick = (summary: Summary) => number | null;
interface Recipe {
  readonly id: KpiId;
  readonly name: string;
  readonly pick: Pick;
  readonly show: (value: number) => string;
  /** The change in words, without a sign. */
  readonly change: (value: number) => string;
  readonly absolute: boolean;
  readonly lessIsBetter?: boolean;
}

const oneDigit = (value: number) => String(Math.round(Math.abs(value) * 10) / 10);
const percent = (value: number) => m.common_percent({ value: oneDigit(value * 100) });

function recipes({ summary }: Measures): Recipe[] {
  const [revenue] = summary.revenue;
  return [
    {
      id: "customers",
      name: m.map_kpi_customers(),
      pick: (one) => one.customers,
      show: formatCount,
      change: percent,
      absolute: false,
    },
    {
      id: "conversion",
      name: m.map_kpi_conversion(),
      pick: (one) => one.conversion,
      show: formatShare,
      change: (value) => m.map_number_points({ value: oneDigit(value * 100) }),
      absolute: true,
    },
    {
      id: "time",
      name: m.map_kpi_time(),
      pick: (one) => one.median_days_to_goal,
      show: formatDays,
      change: (value) => m.map_duration_days_short({ value: oneDigit(value) }),
      absolute: true,
      lessIsBetter: true,
    },
    {
      id: "nps",
      name: m.map_kpi_nps(),
      pick: (one) => one.nps,
      show: (value) => formatCount(Math.round(value)),
      change: (value) => oneDigit(Math.round(value)),
      absolute: true,
    },
    ...(revenue === undefined
      ? []
      : [
          {
            id: "revenue" as const,
            name: m.map_kpi_revenue(),
            pick: (one: Summary) => one.revenue.find(({ currency }) => currency === revenue.currency)?.amount ?? null,
            show: (value: number) => formatMoney(value, revenue.currency),
            change: percent,
            absolute: false,
          },
        ]),
  ];
}

function kpiOf(measures: Measures, recipe: Recipe): Kpi[] {
  const now = recipe.pick(measures.summary);
  if (now === null) return [];
  const before = measures.previous.events === 0 ? null : recipe.pick(measures.previous);
  const delta = deltaOf(now, before, recipe.absolute);
  return [
    {
      id: recipe.id,
      name: recipe.name,
      value: recipe.show(now),
      delta:
        delta === null
          ? null
          : { text: signed(delta, recipe.change(delta)), good: recipe.lessIsBetter === true ? delta <= 0 : delta >= 0 },
      before: before === null ? null : recipe.show(before),
    },
  ];
}

/** The map's key figures; those that nothing was measured for are left out. */
export function kpisOf(measures: Measures): Kpi[] {
  return recipes(measures).flatMap((recipe) => kpiOf(measures, recipe));
}
