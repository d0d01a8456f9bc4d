import { useState } from "react";
import { MapViewport } from "./canvas/MapViewport";
import { useEarlyEvents } from "./canvas/useEarlyEvents";
import { Dock } from "./Dock";
import { MapTools, Minimap } from "./late-parts";
import styles from "./screen.module.css";

/** The drawn map, and the tools that float over it. */
export function MapArea() {
  const [viewport, setViewport] = useState<HTMLDivElement | null>(null);
  useEarlyEvents(viewport);
  return (
    <div className={styles.stageArea}>
      <MapViewport ref={setViewport} element={viewport} />
      {viewport !== null && <MapTools viewport={viewport} />}
      <Dock />
      <Minimap />
    </div>
  );
}
