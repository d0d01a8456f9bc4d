import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DeliveryItem } from "@/api/sources";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import table from "@/ui/Table.module.css";
import { outcomes } from "./labels";
import styles from "./SourcesScreen.module.css";

const shownAtFirst = 50;

/** What became of each item of a delivery. */
export function DeliveryItems({ results }: { results: readonly DeliveryItem[] }) {
  const workspace = useWorkspace();
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const [all, setAll] = useState(false);
  const nameOf = (id: string | null) => touchpoints?.find((touchpoint) => touchpoint.id === id)?.name ?? "";

  return (
    <Panel title={m.sources_results()}>
      <div className={table.frame} role="group" aria-label={m.sources_results()} tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{m.sources_position()}</th>
              <th scope="col">{m.sources_outcome()}</th>
              <th scope="col">{m.sources_touchpoint()}</th>
              <th scope="col">{m.sources_reason()}</th>
            </tr>
          </thead>
          <tbody>
            {results.slice(0, all ? undefined : shownAtFirst).map(({ position, outcome, detail, touchpoint_id }) => (
              <tr key={position}>
                <th scope="row">{position + 1}</th>
                <td>
                  <Badge tone={outcomes[outcome].tone} dot>
                    {outcomes[outcome].label()}
                  </Badge>
                </td>
                <td>{nameOf(touchpoint_id)}</td>
                <td className={table.quiet}>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && results.length > shownAtFirst && (
        <Button className={styles.more} onClick={() => setAll(true)}>
          {m.sources_show_all_items({ count: results.length })}
        </Button>
      )}
    </Panel>
  );
}
