import { Link } from "@tanstack/react-router";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { QuarantineTotal } from "@/api/deliveries";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { formatCount } from "@/ui/format";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { Panel } from "@/ui/Panel";
import { Fix } from "./Fix";
import { reasonText } from "./labels";
import type { QuarantineGroup } from "./quarantine-groups";
import { QuarantinedItems } from "./QuarantinedItems";
import styles from "./Quarantine.module.css";
import page from "./SourcesScreen.module.css";

type Props = { group: QuarantineGroup; sourceName: string; busy: boolean; onReplay: (touchpointKey?: string) => void };

const shownAtFirst = 5;

/** One reason at one source: what came, what mends it, and another try. */
export function QuarantineCard({ group: { code, count, cases }, sourceName, busy, onReplay }: Props) {
  const list = useGrowing(cases.length, { first: shownAtFirst });
  return (
    <Panel
      title={m.sources_group_title({ source: sourceName, reason: reasonText(code) })}
      description={m.sources_group_facts({ count, shown: formatCount(count) })}
      actions={
        <Button icon={<RotateCcw size={14} aria-hidden />} busy={busy} onClick={() => onReplay()}>
          {m.sources_replay_these()}
        </Button>
      }
    >
      <LongList {...list}>
        <ul className={styles.cases}>
          {cases.slice(0, list.shown).map((each) => (
            <CaseRow key={each.touchpoint_key} total={each} onReplay={onReplay} />
          ))}
        </ul>
      </LongList>
    </Panel>
  );
}

function CaseRow({ total, onReplay }: { total: QuarantineTotal; onReplay: (touchpointKey: string) => void }) {
  const { slug } = useWorkspace();
  const [open, setOpen] = useState(false);
  const { items, latest } = total;
  return (
    <li className={styles.case}>
      <div className={styles.words}>
        <p>{latest.detail}</p>
        <p className={styles.facts}>
          {m.sources_case_count({ count: items, shown: formatCount(items) })}
          {" "}
          <Link
            to="/w/$slug/sources/$sourceId/deliveries/$deliveryId"
            params={{ slug, sourceId: latest.source_id, deliveryId: latest.delivery_id }}
            className={page.rowLink}
          >
            <Ago at={latest.received_at} />
          </Link>
        </p>
        {!open && <code className={styles.excerpt}>{latest.excerpt}</code>}
        {items > 1 && (
          <Button look="quiet" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? m.sources_hide_items() : m.sources_show_items()}
          </Button>
        )}
      </div>
      <Fix item={latest} onMade={() => onReplay(latest.touchpoint_key)} />
      {open && (
        <div className={styles.all}>
          <QuarantinedItems of={total} />
        </div>
      )}
    </li>
  );
}
