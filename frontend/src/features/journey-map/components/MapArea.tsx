import { useState } from "react";
import { MapViewport } from "./canvas/MapViewport";
import { MapTools } from "./late-parts";
import styles from "./screen.module.css";

/** The drawn map, and the tools that float over it. */
export function MapArea() {
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null);
  return (
    <div className={styles.stageArea}>
      <MapViewport ref={setViewport} element={viewport} />
      {viewport !== null && <MapTools viewport={viewport} />}
    </div>
  );
}
