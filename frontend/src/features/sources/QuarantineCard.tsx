import { Link } from "@tanstack/react-router";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { formatCount } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { Fix } from "./Fix";
import { reasonText } from "./labels";
import type { Case, QuarantineGroup } from "./quarantine-groups";
import styles from "./Quarantine.module.css";
import page from "./SourcesScreen.module.css";

type Props = { group: QuarantineGroup; sourceName: string; busy: boolean; onReplay: (touchpointKey?: string) => void };

const shownAtFirst = 5;

/** One reason at one source: what came, what mends it, and another try. */
export function QuarantineCard({ group, sourceName, busy, onReplay }: Props) {
  const [all, setAll] = useState(false);
  const { count, items } = group;
  const shown = formatCount(count);
  return (
    <Panel
      title={m.sources_group_title({ source: sourceName, reason: reasonText(group.code) })}
      description={
        items.length < count
          ? m.sources_items_loaded({ count, shown, loaded: formatCount(items.length) })
          : m.sources_group_facts({ count, shown })
      }
      actions={
        <Button icon={<RotateCcw size={14} aria-hidden />} busy={busy} onClick={() => onReplay()}>
          {m.sources_replay_these()}
        </Button>
      }
    >
      <ul className={styles.cases}>
        {group.cases.slice(0, all ? undefined : shownAtFirst).map((each) => (
          <CaseRow key={each.detail} entry={each} onReplay={onReplay} />
        ))}
      </ul>
      {!all && group.cases.length > shownAtFirst && (
        <Button className={page.more} look="quiet" onClick={() => setAll(true)}>
          {m.sources_show_all_cases({ count: group.cases.length })}
        </Button>
      )}
    </Panel>
  );
}

function CaseRow({ entry: { detail, items }, onReplay }: { entry: Case; onReplay: (touchpointKey: string) => void }) {
  const { slug } = useWorkspace();
  const [latest] = items;
  if (!latest) return null;
  return (
    <li className={styles.case}>
      <div className={styles.words}>
        <p>{detail}</p>
        <p className={styles.facts}>
          {m.sources_case_count({ count: items.length, shown: formatCount(items.length) })}
          {" "}
          <Link
            to="/w/$slug/sources/$sourceId/deliveries/$deliveryId"
            params={{ slug, sourceId: latest.source_id, deliveryId: latest.delivery_id }}
            className={page.rowLink}
          >
            <Ago at={latest.received_at} />
          </Link>
        </p>
        <code className={styles.excerpt}>{latest.excerpt}</code>
      </div>
      <Fix item={latest} onMade={() => onReplay(latest.touchpoint_key)} />
    </li>
  );
}
