import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import { ruleExamplesQuery } from "@/api/finding-settings";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { outline } from "./outline";
import styles from "./checks.module.css";

/** What the rule says something about, beside what it is content with. */
export function RuleExamples({ ruleId }: { ruleId: string }) {
  const examples = useQuery(ruleExamplesQuery(ruleId));
  if (examples.isError) {
    return (
      <p role="alert" className={styles.problem}>
        {problemText(examples.error)}
        <Button onClick={() => void examples.refetch()}>{m.common_retry()}</Button>
      </p>
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
