/** What the address of a map says: which card, which days, which view; whether findings are shown, which one, and whether with its fix. */
export type MapSearch = {
  card?: string;
  findings?: "all" | (string & {});
  fix?: true;
  from?: string;
  to?: string;
  view?: "table";
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function day(value: unknown): string | undefined {
  return typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** Reads the query string; what makes no sense is left out. */
export function parseMapSearch(raw: Record<string, unknown>): MapSearch {
  const from = day(raw.from);
  const to = day(raw.to);
  return {
    ...(typeof raw.card === "string" && raw.card !== "" && { card: raw.card }),
    ...(typeof raw.findings === "string" && raw.findings !== "" && { findings: raw.findings }),
    ...(raw.fix === true && { fix: true as const }),
    ...(from !== undefined && to !== undefined && from <= to && { from, to }),
    ...(raw.view === "table" && { view: "table" as const }),
  };
}
