import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { JudgedItem } from "@/api/deliveries";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import table from "@/ui/Table.module.css";
import { outcomes } from "./labels";
import styles from "./SourcesScreen.module.css";

/** What became of each item of a delivery; what was not accepted comes first. */
export function DeliveryItems({ results }: { results: readonly JudgedItem[] }) {
  const workspace = useWorkspace();
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const sorted = useMemo(
    () => results.toSorted((a, b) => Number(a.outcome === "accepted") - Number(b.outcome === "accepted") || a.position - b.position),
    [results],
  );
  const list = useGrowing(sorted.length);
  const nameOf = (id: string) => touchpoints?.find((touchpoint) => touchpoint.id === id)?.name ?? "";

  return (
    <Panel title={m.sources_results()}>
      <LongList {...list}>
        <RecordTable
          label={m.sources_results()}
          columns={[
            { title: m.sources_position() },
            { title: m.sources_outcome() },
            { title: m.sources_touchpoint_or_reason() },
          ]}
        >
          <tbody>
            {sorted.slice(0, list.shown).map(({ position, outcome, detail, touchpoint_id, rule }) => (
              <tr key={position}>
                <th scope="row">{position + 1}</th>
                <td>
                  <Badge tone={outcomes[outcome].tone} dot>
                    {outcomes[outcome].label()}
                  </Badge>
                </td>
                <td className={styles.result}>
                  {touchpoint_id && (
                    <Link
                      to="/w/$slug/touchpoints/$touchpointId"
                      params={{ slug: workspace.slug, touchpointId: touchpoint_id }}
                      className={styles.rowLink}
                    >
                      {nameOf(touchpoint_id)}
                    </Link>
                  )}
                  {detail && <p className={table.quiet}>{detail}</p>}
                  {rule !== null && <p className={table.quiet}>{m.sources_fits_rule({ position: rule + 1 })}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </RecordTable>
      </LongList>
    </Panel>
  );
}
