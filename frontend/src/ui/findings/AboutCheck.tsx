import { Suspense, useState } from "react";
import type { ReactElement } from "react";
import { RuleReader } from "./rule-reader";

type Props = { ruleId: string; children: (open: () => void) => ReactElement };

/** What leads to all there is to read about a check, wherever somebody came upon it. */
export function AboutCheck({ ruleId, children }: Props) {
  const [reading, setReading] = useState(false);
  return (
    <>
      {children(() => setReading(true))}
      <Suspense>{reading && <RuleReader ruleId={ruleId} onClose={() => setReading(false)} />}</Suspense>
    </>
  );
}
