import { clsx } from "clsx";
import type { ReactNode } from "react";
import styles from "./Badge.module.css";

export type Tone = "neutral" | "accent" | "positive" | "negative" | "warning";

/** A short fact about something; `dot` adds a mark so that colour is never alone. */
export function Badge({ tone = "neutral", dot = false, children }: { tone?: Tone; dot?: boolean; children: ReactNode }) {
  return <span className={clsx(styles.badge, styles[tone], dot && styles.dot)}>{children}</span>;
}
