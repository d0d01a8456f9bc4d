import type { ReactNode } from "react";
import type { Finding } from "@/api/findings";
import { FoundItem } from "./FoundItem";

type Props = { label: string; findings: readonly Finding[]; actionOf?: (finding: Finding) => ReactNode };

/** Findings on the page of the thing they are of. */
export function FindingList({ label, findings, actionOf }: Props) {
  return (
    <ul aria-label={label}>
      {findings.map((finding) => (
        <FoundItem key={finding.key} finding={finding} at="home" action={actionOf?.(finding)} />
      ))}
    </ul>
  );
}
