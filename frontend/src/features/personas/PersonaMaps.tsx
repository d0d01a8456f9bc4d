import { useQuery } from "@tanstack/react-query";
import { mapsQuery } from "@/api/maps";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { MapTiles } from "@/ui/miniature/MapTiles";

/** The journeys of this persona, each with their curve on it. */
export function PersonaMaps({ personaId }: { personaId: string }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(mapsQuery(workspace.id, { persona_id: personaId }));
  return (
    <MapTiles
      title={m.personas_maps()}
      empty={m.personas_maps_empty()}
      maps={data}
      problem={error ? problemText(error) : undefined}
      onRetry={() => void refetch()}
      personaId={personaId}
    />
  );
}
