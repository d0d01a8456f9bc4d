import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { clsx } from "clsx";
import type { Source } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import facts from "@/ui/Facts.module.css";
import { formatCount } from "@/ui/format";
import { guideOf } from "./formats";
import { sourceStates } from "./labels";
import styles from "./SourcesScreen.module.css";

export function SourceCard({ source, slug }: { source: Source; slug: string }) {
  const { health, state, name } = source;
  const { label, tone } = sourceStates[state];
  const { icon: Icon } = guideOf(source.format);
  return (
    <li className={styles.card}>
      <span className={styles.icon}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={styles.words}>
        <h2>
          <Link to="/w/$slug/sources/$sourceId" params={{ slug, sourceId: source.id }} className={styles.link}>
            {name}
          </Link>
          <Badge tone={tone} dot>
            {label()}
          </Badge>
        </h2>
        <p className={clsx(facts.facts, styles.facts)}>
          <span>
            {health.last_event_at ? (
              <>
                {m.sources_last_event()} <Ago at={health.last_event_at} />
              </>
            ) : (
              m.sources_no_event_yet()
            )}
          </span>
          <span>{m.sources_events_today({ count: health.last_day.events, shown: formatCount(health.last_day.events) })}</span>
          {health.last_day.quarantined > 0 && (
            <span className={styles.warning}>{m.sources_quarantined_today({ count: health.last_day.quarantined })}</span>
          )}
        </p>
      </div>
      <ChevronRight size={16} aria-hidden className={styles.chevron} />
    </li>
  );
}
