import { m } from "@/i18n/generated/messages";
import styles from "./Skeleton.module.css";

type BlockProps = { width?: number | string; height?: number | string; radius?: number };

/** A grey shape where something is about to be. Silent: wrap a group of them in Loading. */
export function Skeleton({ width = "100%", height = 16, radius = 6 }: BlockProps) {
  return <span aria-hidden="true" className={styles.block} style={{ width, height, borderRadius: radius }} />;
}

/** Says "Loading" once for everything inside. */
export function Loading({ className, children }: { className?: string | undefined; children: React.ReactNode }) {
  return (
    <div className={className} role="status" aria-busy="true">
      <span className="visually-hidden">{m.common_loading()}</span>
      {children}
    </div>
  );
}
