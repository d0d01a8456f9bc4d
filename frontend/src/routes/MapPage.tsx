import { getRouteApi } from "@tanstack/react-router";
import { JourneyMapScreen } from "@/features/journey-map/components/JourneyMapScreen";

const route = getRouteApi("/app/maps/$mapId");

export function MapPage() {
  const { mapId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <JourneyMapScreen
      key={mapId}
      mapId={mapId}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
