import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

type Props = {
  art?: ReactNode;
  title: string;
  /** h1 where this is the whole page and nothing else names it. */
  heading?: "h1" | "h2";
  description?: ReactNode;
  /** Ways on, the main one first. */
  actions?: ReactNode;
};

/** What a place says when there is nothing in it yet. */
export function EmptyState({ art, title, heading: Heading = "h2", description, actions }: Props) {
  return (
    <section className={styles.empty}>
      {art && (
        <div className={styles.art} aria-hidden="true">
          {art}
        </div>
      )}
      <Heading className={styles.title}>{title}</Heading>
      {description && <div className={styles.description}>{description}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
