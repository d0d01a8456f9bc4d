import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ReactNode } from "react";
import type { CustomerEvent } from "@/api/customers";
import { mapDocumentQuery } from "@/api/map-document";
import { mapsQuery } from "@/api/maps";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { LinkButton } from "@/ui/LinkButton";
import { useGrowing } from "@/ui/long-list/useGrowing";
import type { Growing } from "@/ui/long-list/useGrowing";
import { MenuSelect } from "@/ui/MenuSelect";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import styles from "./customers.module.css";
import { columnsOf, pathOf } from "./path";
import type { Column, Stop } from "./path";
import { PathPicture } from "./PathPicture";

type Props = {
  events: readonly CustomerEvent[];
  /** What follows, told where on the map each event is. */
  children: (table: { stops: readonly Stop[]; columns: readonly Column[]; list: Growing }) => ReactNode;
};

/** One person's events over the stages and steps of a map. */
export function Journey({ events, children }: Props) {
  const workspace = useWorkspace();
  const { customerId } = useParams({ from: "/app/w/$slug/customers/$customerId" });
  const { map: wanted } = useSearch({ from: "/app/w/$slug/customers/$customerId" });
  const navigate = useNavigate();
  const maps = useQuery(mapsQuery(workspace.id));
  const drawn = maps.data?.filter(({ miniature }) => miniature.stages.length > 0);
  const chosen = maps.data?.find(({ id }) => id === wanted) ?? drawn?.find(({ state }) => state === "current") ?? maps.data?.[0];
  const map = useQuery({ ...mapDocumentQuery(chosen?.id ?? ""), enabled: chosen !== undefined });
  const columns = useMemo(() => (map.data ? columnsOf(map.data) : []), [map.data]);
  const stops = useMemo(
    () => (map.data ? pathOf(map.data, events) : events.map((event, index) => ({ number: index + 1, event, column: null }))),
    [map.data, events],
  );
  const list = useGrowing(stops.length);
  const placed = stops.filter(({ column }) => column !== null).length;
  const failed = maps.error ?? map.error;

  return (
    <>
      <Panel
        title={m.customers_journey()}
        description={map.data ? m.customers_journey_hint({ count: events.length, placed }) : undefined}
        actions={
          chosen && (
            <>
              <MenuSelect
                label={m.customers_map()}
                value={chosen.id}
                onChange={(id) => void navigate({ to: "/w/$slug/customers/$customerId", params: { slug: workspace.slug, customerId }, search: { map: id }, replace: true })}
                choices={(maps.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
              />
              <LinkButton to="/maps/$mapId" params={{ mapId: chosen.id }}>
                {m.customers_open_map()}
              </LinkButton>
            </>
          )
        }
      >
        {failed && <ErrorState description={problemText(failed)} onRetry={() => void Promise.all([maps.refetch(), map.refetch()])} />}
        {!failed && maps.data?.length === 0 && <p className={styles.quiet}>{m.customers_no_map()}</p>}
        {!failed && (maps.isPending || (chosen && map.isPending)) && (
          <Loading>
            <Skeleton height={220} radius={10} />
          </Loading>
        )}
        {map.data && <PathPicture columns={columns} stops={stops} onFollow={list.reach} />}
      </Panel>
      {children({ stops, columns, list })}
    </>
  );
}
