import { m } from "@/i18n/generated/messages";
import type { Finding } from "@/api/findings";
import type { Structure } from "../../model/structure";

/** Where a finding is, in the names of the map: "Consideration · Compares sofas". Empty for the map as a whole. */
export function wayOf({ place, subject }: Finding, { doc: { items } }: Structure): string | null {
  const stage = items.stage.get(place.stage_id ?? "")?.title;
  const step = items.step.get(place.step_id ?? "")?.title;
  if (stage !== undefined && step !== undefined && place.kind !== "step") return m.findings_where({ stage, step });
  if (stage !== undefined && place.kind !== "stage") return stage;
  if (subject.kind === "persona") return m.findings_where_persona();
  if (subject.kind === "touchpoint") return m.findings_where_touchpoint();
  if (subject.kind === "source") return m.findings_where_source();
  return null;
}
