import { getRouteApi } from "@tanstack/react-router";
import { JourneyMapScreen } from "@/features/journey-map/components/JourneyMapScreen";

const route = getRouteApi("/app/maps/$mapId");

export function MapPage() {
  const { mapId } = route.useParams();
  return <JourneyMapScreen mapId={mapId} />;
}
