type Props = { mapId: string };

export function JourneyMapScreen({ mapId }: Props) {
  return <main data-map={mapId} />;
}
