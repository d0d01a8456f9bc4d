import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import { ruleExamplesQuery } from "@/api/finding-settings";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { ProblemNote } from "@/ui/ProblemNote";
import { outline } from "./outline";
import styles from "./checks.module.css";

/** What the rule says something about, beside what it is content with. */
export function RuleExamples({ ruleId }: { ruleId: string }) {
  const examples = useQuery(ruleExamplesQuery(ruleId));
  if (examples.isError) {
    return (
      <ProblemNote onRetry={() => void examples.refetch()}>{problemText(examples.error)}</ProblemNote>
    );
  }
  if (!examples.data) {
    return (
      <Loading>
        <Skeleton height={120} radius={8} />
      </Loading>
    );
  }
  return (
    <div className={styles.examples}>
      <figure data-look="bad">
        <figcaption>
          <CircleX size={14} aria-hidden />
          {m.settings_example_bad()}
        </figcaption>
        <pre tabIndex={0}>{outline(examples.data.bad)}</pre>
      </figure>
      <figure data-look="good">
        <figcaption>
          <CircleCheck size={14} aria-hidden />
          {m.settings_example_good()}
        </figcaption>
        <pre tabIndex={0}>{outline(examples.data.good)}</pre>
      </figure>
    </div>
  );
}
