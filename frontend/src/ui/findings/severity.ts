import { Lightbulb, OctagonAlert, TriangleAlert } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import type { LucideIcon } from "lucide-react";

export type Severity = "error" | "warning" | "advice";

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "advice"];

export const SEVERITY_ICONS: Record<Severity, LucideIcon> = {
  error: OctagonAlert,
  warning: TriangleAlert,
  advice: Lightbulb,
};

export const SEVERITY_LABELS: Record<Severity, () => string> = {
  error: m.findings_error,
  warning: m.findings_warning,
  advice: m.findings_advice,
};
