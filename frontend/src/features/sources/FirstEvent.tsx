import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleHelp, Radio } from "lucide-react";
import { sourceQuery } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { LinkButton } from "@/ui/LinkButton";
import styles from "./ConnectScreen.module.css";

const lookMs = 1_500;

/** Watches for the first thing that arrives, and says how that went. */
export function FirstEvent({ sourceId }: { sourceId: string }) {
  const workspace = useWorkspace();
  const { data: source } = useQuery({ ...sourceQuery(sourceId), refetchInterval: lookMs });
  const params = { slug: workspace.slug, sourceId };
  const health = source?.health;
  const stage = health?.last_event_at ? "arrived" : health && health.last_day.deliveries > 0 ? "unclear" : "waiting";
  return (
    <div className={styles.first} data-stage-of={stage} role="status">
      {stage === "waiting" && (
        <>
          <span className={styles.mark}>
            <Radio size={18} aria-hidden />
          </span>
          <div>
            <strong>{m.sources_first_waiting()}</strong>
            <p>{m.sources_first_waiting_hint()}</p>
          </div>
        </>
      )}
      {stage === "unclear" && (
        <>
          <span className={styles.mark}>
            <CircleHelp size={18} aria-hidden />
          </span>
          <div>
            <strong>{m.sources_first_unclear()}</strong>
            <p>{m.sources_first_unclear_hint()}</p>
            <LinkButton to="/w/$slug/sources/$sourceId/mapping" params={params}>
              {m.sources_open_mapping()}
            </LinkButton>
          </div>
        </>
      )}
      {stage === "arrived" && (
        <>
          <span className={styles.mark}>
            <CircleCheck size={18} aria-hidden />
          </span>
          <div>
            <strong>{m.sources_first_arrived()}</strong>
            <p>{m.sources_first_arrived_hint()}</p>
            <LinkButton to="/w/$slug/sources/$sourceId" params={params} look="primary">
              {m.sources_open_source()}
            </LinkButton>
          </div>
        </>
      )}
    </div>
  );
}
