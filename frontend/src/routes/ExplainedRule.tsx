import { lazy, Suspense } from "react";
import { useExplained } from "@/ui/findings/explained";

const RuleDialog = lazy(() => import("@/features/settings/checks/RuleDialog"));

/** The check that somebody asked about, over whatever page they are on. */
export function ExplainedRule() {
  const { ruleId, explain } = useExplained();
  return <Suspense>{ruleId !== null && <RuleDialog ruleId={ruleId} onClose={() => explain(null)} />}</Suspense>;
}
