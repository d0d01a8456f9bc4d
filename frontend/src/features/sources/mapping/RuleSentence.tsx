import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { channelsQuery } from "@/api/channels";
import type { Condition, MappingRule } from "@/api/sources";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { needsValue } from "./draft";
import { brief, readable } from "./pointers";
import styles from "./rules.module.css";
import { testLabels } from "./tests";

/** A rule as people say it: when this, then that. */
export function RuleSentence({ rule }: { rule: MappingRule }) {
  return (
    <span className={styles.sentence}>
      <span className={styles.when}>
        {rule.when.length === 0 ? m.sources_when_always() : m.sources_when()}
        {rule.when.map((condition, index) => (
          <ConditionText key={index} condition={condition} first={index === 0} />
        ))}
      </span>{" "}
      <ArrowRight size={13} aria-label={m.sources_rule_means()} className={styles.arrow} />{" "}
      <TargetText then={rule.then} />
    </span>
  );
}

function ConditionText({ condition, first }: { condition: Condition; first: boolean }) {
  const { field, test = "equals", value } = condition;
  const shown = Array.isArray(value) ? value.map(brief).join(", ") : brief(value ?? null);
  return (
    <>
      {!first && <span> {m.sources_and()}</span>} <b>{field === "" ? "…" : readable(field)}</b> <span>{testLabels[test]()}</span>{" "}
      {needsValue(condition) && <b>{shown === "" ? "…" : shown}</b>}
    </>
  );
}

function TargetText({ then }: { then: MappingRule["then"] }) {
  const workspace = useWorkspace();
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const { data: channels } = useQuery(channelsQuery(workspace.id));
  if (then.do === "identify") return <span className={styles.quiet}>{m.sources_do_identify()}</span>;
  if (then.do === "ignore") return <span className={styles.quiet}>{m.sources_do_ignore()}</span>;
  const name = {
    touchpoint: () => touchpoints?.find(({ id }) => "touchpoint_id" in then && id === then.touchpoint_id)?.name,
    touchpoint_by_key: () => ("name" in then ? then.name : undefined),
    touchpoint_from: () => ("field" in then && then.field !== "" ? m.sources_named_by({ field: readable(then.field) }) : undefined),
  }[then.do]();
  const key = "channel" in then ? then.channel : undefined;
  const channel = channels?.find((each) => each.key === key)?.name;
  return (
    <span className={styles.target}>
      {name === undefined || name === "" ? "…" : name}
      {channel && <span className={styles.channel}>{channel}</span>}
    </span>
  );
}
