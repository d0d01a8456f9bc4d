import { m } from "@/i18n/generated/messages";
import { formatCount, formatShare } from "@/ui/format";
import { useSnapshot } from "../../context";
import { formatRange, formatScore } from "../format";
import styles from "./panel.module.css";
import type { Id } from "../../model/document";

/** What was measured at one touchpoint of the map, with its days. */
export function MeasuredHere({ placementId }: { placementId: Id }) {
  const measures = useSnapshot((state) => state.measures);
  const here = measures?.touchpoints.find((one) => one.placement_id === placementId);
  if (measures === null || here === undefined || here.events === 0) return null;
  return (
    <section className={styles.measured} aria-label={m.map_measured()}>
      <h3>{m.map_measured()}</h3>
      <p className={styles.hint}>{formatRange(measures)}</p>
      <dl>
        <dt>{m.map_measure_customers()}</dt>
        <dd>{formatCount(here.customers)}</dd>
        <dt>{m.map_measure_events()}</dt>
        <dd>{formatCount(here.events)}</dd>
        {here.share_continued !== null && (
          <>
            <dt>{m.map_measure_share_continued()}</dt>
            <dd>{formatShare(here.share_continued)}</dd>
          </>
        )}
        {here.satisfaction !== null && (
          <>
            <dt>{m.map_measure_satisfaction()}</dt>
            <dd>{m.map_satisfaction_from({ score: formatScore(here.satisfaction), count: here.answers })}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
