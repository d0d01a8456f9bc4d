import { m } from "@/i18n/generated/messages";
import { Problem } from "./http";

type Use = { title: string };

/** Why something cannot be deleted: what still uses it, named. Undefined for every other error. */
export function usedByText(error: unknown): string | undefined {
  if (!(error instanceof Problem) || !Array.isArray(error.body.used_by)) return undefined;
  const titles = (error.body.used_by as Use[]).map(({ title }) => title);
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(titles.slice(0, 3));
  const rest = titles.length - 3;
  return rest > 0 ? m.common_used_by_more({ list, count: rest }) : m.common_used_by({ list });
}
