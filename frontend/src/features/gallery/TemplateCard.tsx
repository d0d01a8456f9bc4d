import { clsx } from "clsx";
import type { Template } from "@/api/templates";
import { m } from "@/i18n/generated/messages";
import { laneLabel } from "@/i18n/lane-label";
import { Badge } from "@/ui/Badge";
import facts from "@/ui/Facts.module.css";
import { Spinner } from "@/ui/Spinner";
import cardStyles from "./MapCard.module.css";
import { stateLabels } from "./states";
import { Miniature } from "@/ui/miniature/Miniature";
import styles from "./TemplateScreen.module.css";

type Props = { template: Template; busy: boolean; disabled: boolean; onChoose: () => void };

export function TemplateCard({ template, busy, disabled, onChoose }: Props) {
  return (
    <li className={cardStyles.card}>
      <div className={cardStyles.picture}>
        <Miniature stages={template.stages} curves={template.curve.length > 0 ? [template.curve] : []} />
      </div>
      <div className={styles.body}>
        <h3 className={cardStyles.title}>
          <button type="button" className={cardStyles.link} disabled={disabled} aria-busy={busy} onClick={onChoose}>
            {template.name}
          </button>
          {busy && <Spinner size={14} />}
          {template.state !== "current" && <Badge tone="accent">{stateLabels[template.state]()}</Badge>}
        </h3>
        <p className={styles.summary}>{template.summary}</p>
        <p className={clsx(facts.facts, cardStyles.facts)}>
          <span>{m.common_stages({ count: template.stages.length })}</span>
          <span>{m.common_steps({ count: template.step_count })}</span>
        </p>
        <ul className={clsx(facts.facts, styles.lanes)} aria-label={m.templates_lanes()}>
          {template.lane_kinds.map((kind) => (
            <li key={kind}>{laneLabel(kind)}</li>
          ))}
        </ul>
      </div>
    </li>
  );
}
