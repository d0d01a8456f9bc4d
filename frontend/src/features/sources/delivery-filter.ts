import type { DeliveryFilter } from "@/api/deliveries";
import type { DeliverySearch } from "./delivery-search";

/** The first moment of a local day, or of the day after it. */
function startOf(day: string, daysLater = 0): string {
  const moment = new Date(`${day}T00:00:00`);
  moment.setDate(moment.getDate() + daysLater);
  return moment.toISOString();
}

/** Which deliveries an address means. */
export const filterOf = ({ kind, source, since, until, search }: DeliverySearch): DeliveryFilter => ({
  ...(kind && { kind }),
  ...(source && { source_id: source }),
  ...(since && { since: startOf(since) }),
  ...(until && { until: startOf(until, 1) }),
  ...(search && { search }),
});
