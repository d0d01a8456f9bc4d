import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

type Props = {
  art?: ReactNode;
  title: string;
  description?: ReactNode;
  /** Ways on, the main one first. */
  actions?: ReactNode;
};

/** What a place says when there is nothing in it yet. */
export function EmptyState({ art, title, description, actions }: Props) {
  return (
    <section className={styles.empty}>
      {art && (
        <div className={styles.art} aria-hidden="true">
          {art}
        </div>
      )}
      <h2 className={styles.title}>{title}</h2>
      {description && <div className={styles.description}>{description}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
