import { RotateCcw } from "lucide-react";
import type { Delivery } from "@/api/deliveries";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { formatCount } from "@/ui/format";
import { groupBy } from "@/ui/group-by";
import { Panel } from "@/ui/Panel";
import { DeliveryTable } from "./DeliveryTable";

type Props = {
  rows: readonly Delivery[];
  nameOf: (sourceId: string) => string;
  busy: boolean;
  onReplay: (sourceId: string, deliveryIds: string[]) => void;
};

const mostAtOnce = 400;

/** Deliveries that were given up after the last attempt, by source and by what went wrong. */
export function DeadLetters({ rows, nameOf, busy, onReplay }: Props) {
  const { slug } = useWorkspace();
  const groups = groupBy(rows, ({ source_id, error }) => `${source_id} ${error}`);
  return [...groups].map(([id, members]) => {
    const [first] = members;
    if (!first) return null;
    const count = members.length;
    return (
      <Panel
        key={id}
        title={m.sources_dead_title({ source: nameOf(first.source_id), reason: first.error })}
        description={m.sources_dead_facts({ count, shown: formatCount(count) })}
        actions={
          <Button
            icon={<RotateCcw size={14} aria-hidden />}
            busy={busy}
            onClick={() => onReplay(first.source_id, members.slice(0, mostAtOnce).map((delivery) => delivery.id))}
          >
            {m.sources_replay_these()}
          </Button>
        }
      >
        <DeliveryTable rows={members} slug={slug} />
      </Panel>
    );
  });
}
