import { Loading, Skeleton } from "@/ui/Skeleton";
import styles from "./screen.module.css";

const COLUMNS = [2, 1, 2, 2, 2];
const LANES = [3, 4, 3, 3];

/** The shape of a map while it is on its way. */
export function MapSkeleton() {
  return (
    <Loading className={styles.skeleton}>
      <div className={styles.skeletonRow}>
        {COLUMNS.map((span, index) => (
          <Skeleton key={index} width={span * 140} height={30} radius={8} />
        ))}
      </div>
      {LANES.map((cards, lane) => (
        <div key={lane} className={styles.skeletonRow}>
          <Skeleton width={120} height={40} radius={8} />
          {Array.from({ length: cards * 2 }, (_, index) => (
            <Skeleton key={index} width={134} height={44} radius={8} />
          ))}
        </div>
      ))}
    </Loading>
  );
}
