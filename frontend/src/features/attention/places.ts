import { linkOptions } from "@tanstack/react-router";
import type { Finding } from "@/api/findings";
import type { FindingSubjectKind } from "@/api/workspace-findings";

type Subject = { kind: FindingSubjectKind; id: string };

/** Where a map, persona, touchpoint or source is. */
export function placeOf({ kind, id }: Subject, slug: string) {
  switch (kind) {
    case "map":
      return linkOptions({ to: "/maps/$mapId", params: { mapId: id }, search: {} });
    case "persona":
      return linkOptions({ to: "/w/$slug/personas/$personaId", params: { slug, personaId: id } });
    case "touchpoint":
      return linkOptions({ to: "/w/$slug/touchpoints/$touchpointId", params: { slug, touchpointId: id } });
    case "source":
      return linkOptions({ to: "/w/$slug/sources/$sourceId", params: { slug, sourceId: id } });
  }
}

/** Where a finding can be seen and mended: on its map beside what it points at, in its field, on its page. */
export function placeOfFinding({ key, subject, place }: Pick<Finding, "key" | "subject" | "place">, slug: string) {
  if (subject.kind === "map") return linkOptions({ to: "/maps/$mapId", params: { mapId: subject.id }, search: { findings: key } });
  if (subject.kind === "persona" && place.field) return { ...placeOf(subject, slug), hash: place.field };
  return placeOf(subject, slug);
}

/** Where the fix of a finding on a map is shown before it is made, beside what it changes. */
export const placeOfFix = ({ key, subject }: Pick<Finding, "key" | "subject">) =>
  linkOptions({ to: "/maps/$mapId", params: { mapId: subject.id }, search: { findings: key, fix: true } });
