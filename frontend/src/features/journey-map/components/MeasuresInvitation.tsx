import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { LinkButton } from "@/ui/LinkButton";
import { lastDays } from "../period";
import { formatDate } from "./format";
import styles from "./context.module.css";
import type { Period } from "@/api/measures";
import type { MeasuresState } from "./useMapData";

type Props = { measures: MeasuresState; onPeriod: (period: Period) => void };

/** What stands where figures would be, as long as there are none. */
export function MeasuresInvitation({ measures, onPeriod }: Props) {
  const { slug } = useWorkspace();
  if (measures.failed && measures.data === undefined) {
    return (
      <p className={styles.invitation}>
        {m.map_measures_failed()}
        <Button look="quiet" onClick={measures.retry}>
          {m.common_retry()}
        </Button>
      </p>
    );
  }
  if (measures.data === undefined) return <p className={styles.invitation} aria-busy="true" />;
  const last = measures.data.last_event_at;
  if (last !== null) {
    return (
      <p className={styles.invitation}>
        {m.map_measures_silent({ date: formatDate(last) })}
        <Button look="quiet" onClick={() => onPeriod(lastDays(30, Date.parse(last)))}>
          {m.map_measures_go()}
        </Button>
      </p>
    );
  }
  return (
    <p className={styles.invitation}>
      {m.map_measures_none()}
      <LinkButton look="quiet" to="/w/$slug/sources" params={{ slug }}>
        {m.map_measures_connect()}
      </LinkButton>
    </p>
  );
}
