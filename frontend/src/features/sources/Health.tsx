import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import type { Source } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Figure, Figures } from "@/ui/Figures";
import { formatCount, formatShare } from "@/ui/format";
import { errorShare, formatSkew, isLagging, isSkewed } from "./health";
import styles from "./SourcesScreen.module.css";

/** How a source is doing: the last day in a few figures, and what needs somebody's hand. */
export function Health({ source, slug, editable }: { source: Source; slug: string; editable: boolean }) {
  const { health } = source;
  const { quarantined, deliveries, events, dead } = health.last_day;
  const share = errorShare(health);
  return (
    <>
      {editable && quarantined + dead > 0 && (
        <p className={styles.attention}>
          <TriangleAlert size={15} aria-hidden />
          <span>
            {quarantined > 0 ? m.sources_attention({ count: quarantined, shown: formatCount(quarantined) }) : m.sources_attention_dead({ count: dead, shown: formatCount(dead) })}
          </span>
          <Link to="/w/$slug/sources/quarantine" params={{ slug }}>
            {m.sources_see_why()}
          </Link>
        </p>
      )}
      <Figures>
        <Figure title={m.sources_last_event()}>
          {health.last_event_at ? <Ago at={health.last_event_at} /> : m.sources_never()}
        </Figure>
        <Figure title={m.sources_figure_events()} note={m.sources_rate({ shown: formatCount(health.events_last_hour) })}>
          {formatCount(events)}
        </Figure>
        <Figure title={m.sources_figure_deliveries()}>{formatCount(deliveries)}</Figure>
        <Figure title={m.sources_figure_errors()} note={m.sources_figure_errors_note()} warning={share !== null && share > 0}>
          {share === null ? m.sources_none_yet() : formatShare(share)}
        </Figure>
        <Figure title={m.sources_figure_oldest()} warning={source.state === "active" && isLagging(health)}>
          {health.oldest_unprocessed_at ? <Ago at={health.oldest_unprocessed_at} /> : m.sources_nothing_waits()}
        </Figure>
        <Figure title={m.sources_figure_skew()} note={m.sources_figure_skew_note()} warning={isSkewed(health)}>
          {health.skew_s === null ? m.sources_skew_unknown() : formatSkew(health.skew_s)}
        </Figure>
      </Figures>
    </>
  );
}
