import { useQuery } from "@tanstack/react-query";
import { mapDocumentQuery } from "@/api/map-document";
import styles from "./canvas/lanes.module.css";
import { stateLabel } from "./labels";

/** Names the curve of the map that this one is compared with. */
export default function ComparedLegend({ mapId }: { mapId: string }) {
  const { data } = useQuery(mapDocumentQuery(mapId));
  return (
    data && (
      <span title={data.title}>
        <i className={styles.comparedKey} />
        {stateLabel(data.state)}
      </span>
    )
  );
}
