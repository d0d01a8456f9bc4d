import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { problemText } from "@/api/problem-text";
import { useSourceChanges } from "@/api/sources";
import type { Source } from "@/api/sources";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { toast } from "@/ui/toast/store";
import { RuleRow } from "./RuleRow";
import { draftOf, isComplete, ruleOf } from "./rules";
import type { RuleDraft } from "./rules";
import styles from "./SourcesScreen.module.css";

/** Which condition means which touchpoint, for events that do not name one. The first match decides. */
export function RulesPanel({ source, editable }: { source: Source; editable: boolean }) {
  const workspace = useWorkspace();
  const { data: touchpoints = [] } = useQuery(touchpointsQuery(workspace.id));
  const { update } = useSourceChanges(workspace.id, source.id);
  const [drafts, setDrafts] = useState<RuleDraft[] | null>(null);
  const rules = drafts ?? source.rules.map(draftOf);

  const save = () =>
    update.mutate(
      { revision: source.revision, set: { rules: rules.map(ruleOf) } },
      {
        onSuccess: () => {
          setDrafts(null);
          toast({ message: m.sources_rules_saved() });
        },
        onError: (error) => toast({ message: problemText(error), tone: "negative" }),
      },
    );

  return (
    <Panel
      title={m.sources_rules()}
      description={m.sources_rules_hint()}
      actions={
        editable &&
        drafts && (
          <>
            <Button onClick={() => setDrafts(null)}>{m.common_cancel()}</Button>
            <Button look="primary" busy={update.isPending} disabled={!rules.every(isComplete)} onClick={save}>
              {m.sources_rules_save()}
            </Button>
          </>
        )
      }
    >
      {rules.length > 0 && (
        <ol className={styles.stack}>
          {rules.map((rule, index) => (
            <RuleRow
              key={index}
              position={index + 1}
              rule={rule}
              touchpoints={touchpoints}
              readOnly={!editable}
              onChange={(changed) => setDrafts(rules.with(index, changed))}
              onRemove={() => setDrafts(rules.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      {editable && (
        <div>
          <Button
            look="quiet"
            icon={<Plus size={14} aria-hidden />}
            disabled={touchpoints.length === 0}
            onClick={() => setDrafts([...rules, { field: "", value: "", touchpointId: "" }])}
          >
            {m.sources_add_rule()}
          </Button>
        </div>
      )}
    </Panel>
  );
}
