import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./Panel.module.css";

type Props = { title: string; description?: ReactNode; actions?: ReactNode; children: ReactNode };

/** One group of related things on a page, with a heading. */
export function Panel({ title, description, actions, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={id}>{title}</h2>
          {description && <p>{description}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
