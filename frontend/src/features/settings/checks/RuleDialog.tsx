import { useQuery } from "@tanstack/react-query";
import { rulesQuery } from "@/api/findings";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Dialog } from "@/ui/Dialog";
import { LinkButton } from "@/ui/LinkButton";
import { RuleExamples } from "./RuleExamples";
import styles from "./checks.module.css";

type Props = { ruleId: string; onClose: () => void };

/** What there is to read about a check: what it wants, why, where it finds something and where it does not. */
export default function RuleDialog({ ruleId, onClose }: Props) {
  const { slug } = useWorkspace();
  const { data: rules } = useQuery(rulesQuery());
  const rule = rules?.find(({ id }) => id === ruleId);
  return (
    <Dialog
      open
      onClose={onClose}
      title={rule?.title ?? ruleId}
      width={640}
      description={
        rule && (
          <p className={styles.about}>
            {rule.why} <code>{ruleId}</code>
          </p>
        )
      }
      footer={
        <LinkButton to="/w/$slug/settings/checks" params={{ slug }} hash={ruleId} onClick={onClose}>
          {m.settings_rule_open()}
        </LinkButton>
      }
    >
      <RuleExamples ruleId={ruleId} />
    </Dialog>
  );
}
