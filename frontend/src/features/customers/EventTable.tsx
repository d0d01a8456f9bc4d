import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { formatMoment } from "@/ui/format";
import { LongList } from "@/ui/long-list/LongList";
import type { Growing } from "@/ui/long-list/useGrowing";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import table from "@/ui/Table.module.css";
import styles from "./customers.module.css";
import { formatAmount, formatScore } from "./formats";
import type { Column, Stop } from "./path";

type Props = { stops: readonly Stop[]; columns: readonly Column[]; list: Growing };

/** Everything that happened to somebody, in its order. */
export function EventTable({ stops, columns, list }: Props) {
  const workspace = useWorkspace();
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const nameOf = (id: string) => touchpoints?.find((touchpoint) => touchpoint.id === id)?.name ?? "";
  const { slug } = workspace;
  return (
    <Panel title={m.customers_timeline()}>
      {stops.length === 0 && <p className={styles.quiet}>{m.customers_no_events()}</p>}
      {stops.length > 0 && (
        <LongList {...list} endless>
          <RecordTable
            label={m.customers_timeline()}
            columns={[
              { title: m.customers_number(), number: true },
              { title: m.customers_when() },
              { title: m.customers_touchpoint() },
              { title: m.customers_step(), wide: true },
              { title: m.customers_score(), number: true },
              { title: m.customers_value(), number: true, wide: true },
            ]}
          >
            <tbody>
              {stops.slice(0, list.shown).map(({ number, event, column }) => {
                const place = column === null ? undefined : columns[column];
                return (
                  <tr key={event.id} id={`event-${event.id}`} className={styles.event}>
                    <td className={clsx(table.number, styles.number)}>{number}</td>
                    <th scope="row">
                      <Link
                        to="/w/$slug/sources/$sourceId/deliveries/$deliveryId"
                        params={{ slug, sourceId: event.source_id, deliveryId: event.delivery_id }}
                        className={styles.link}
                      >
                        <time dateTime={event.occurred_at}>{formatMoment(event.occurred_at)}</time>
                      </Link>
                      {event.clamped && <p className={styles.quiet}>{m.customers_clamped()}</p>}
                    </th>
                    <td>
                      <Link to="/w/$slug/touchpoints/$touchpointId" params={{ slug, touchpointId: event.touchpoint_id }} className={styles.link}>
                        {nameOf(event.touchpoint_id)}
                      </Link>
                      {event.channel && <p className={styles.quiet}>{event.channel}</p>}
                    </td>
                    <td className={table.wide}>
                      {place ? <span data-stage={place.stage.color} className={styles.place}>{place.step.title}</span> : <span className={styles.quiet}>{m.customers_not_on_map()}</span>}
                    </td>
                    <td className={table.number}>
                      {event.score !== null && (
                        <span title={event.score_scale ? m.customers_score_given({ given: event.score_raw ?? event.score, scale: event.score_scale }) : undefined} data-mood={event.score > 0.25 ? "good" : event.score < -0.25 ? "bad" : "even"} className={styles.score}>
                          {formatScore(event.score)}
                        </span>
                      )}
                    </td>
                    <td className={clsx(table.number, table.wide)}>{formatAmount(event)}</td>
                  </tr>
                );
              })}
            </tbody>
          </RecordTable>
        </LongList>
      )}
    </Panel>
  );
}
