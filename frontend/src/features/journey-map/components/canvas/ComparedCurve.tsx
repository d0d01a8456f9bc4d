import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { mapDocumentQuery } from "@/api/map-document";
import { useSnapshot, useUi } from "../../context";
import { comparedPoints } from "../../model/comparison";
import { curvePath } from "../../model/curve";
import { fromWire } from "../../model/wire";
import { structureOf } from "../../model/structure";
import type { WireMap } from "../../model/wire";
import styles from "./emotion.module.css";

/** The curve of the map that this one is compared with: as-is against to-be. */
export default function ComparedCurve({ mapId }: { mapId: string }) {
  const { data } = useQuery(mapDocumentQuery(mapId));
  const here = useSnapshot((state) => state.structure);
  const columns = useSnapshot((state) => state.layout.columns);
  const width = useSnapshot((state) => state.layout.width);
  const personaId = useUi((state) => state.personaId);
  const other = useMemo(() => data && structureOf(fromWire(data as WireMap)), [data]);
  const path = useMemo(
    () => other && curvePath(comparedPoints(other, personaId, here, columns), width),
    [other, personaId, here, columns, width],
  );
  return path && <path className={styles.compared} d={path} />;
}
