import { useQuery } from "@tanstack/react-query";
import { Problem } from "@/api/http";
import { mapDocumentQuery } from "@/api/map-document";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { MapPage } from "./MapPage";
import { MapSkeleton } from "./MapSkeleton";
import { OpenMap } from "./OpenMap";
import type { WireMap } from "../model/wire";
import type { MapSearch } from "../search";

type Props = { mapId: string; search: MapSearch; onSearch: (search: MapSearch) => void };

/** One journey map: drawn, measured and edited. */
export function JourneyMapScreen({ mapId, search, onSearch }: Props) {
  const { data, error, refetch } = useQuery(mapDocumentQuery(mapId));
  // What may be left out of a request is always in an answer; the generated types do not tell the two apart.
  if (data !== undefined) return <OpenMap key={data.id} wire={data as WireMap} search={search} onSearch={onSearch} />;
  const missing = error instanceof Problem && error.status === 404;
  return (
    <MapPage title={m.map_loading()}>
      {error === null ? (
        <MapSkeleton />
      ) : (
        <ErrorState
          title={missing ? m.map_not_loaded() : m.common_error_title()}
          description={problemText(error)}
          {...(!missing && { onRetry: () => void refetch() })}
        />
      )}
    </MapPage>
  );
}
