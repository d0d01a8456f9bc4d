import { Loading, Skeleton } from "@/ui/Skeleton";
import styles from "./screen.module.css";

const STAGES = [2, 1, 2, 2, 3];
const STEPS = STAGES.reduce((sum, steps) => sum + steps, 0);
const COLUMN = 146;
const LANES = [56, 136, 42, 42, 64, 64];

/** The shape of a map while it is on its way. */
export function MapSkeleton() {
  return (
    <Loading className={styles.skeleton}>
      <div className={styles.skeletonBar}>
        <Skeleton width={28} height={28} radius={14} />
        <Skeleton width={168} height={28} />
        <Skeleton width={320} height={28} />
      </div>
      <div className={styles.skeletonRow}>
        {STAGES.map((steps, index) => (
          <Skeleton key={index} width={steps * COLUMN - 6} height={30} radius={8} />
        ))}
      </div>
      {LANES.map((height, lane) => (
        <div key={lane} className={styles.skeletonRow}>
          {Array.from({ length: STEPS }, (_, index) => (
            <Skeleton key={index} width={COLUMN - 12} height={height} radius={8} />
          ))}
        </div>
      ))}
    </Loading>
  );
}
