import { clsx } from "clsx";
import type { ReactNode } from "react";
import styles from "./Table.module.css";

type Column = {
  title: string;
  number?: boolean;
  /** Left out on a phone; its cells carry the class `wide`. */
  wide?: boolean;
  /** Only read, e.g. above a row's actions. */
  silent?: boolean;
};

/** A table of records in a frame that scrolls sideways when it must; the children are its bodies. */
export function RecordTable({ label, columns, children }: { label: string; columns: readonly Column[]; children: ReactNode }) {
  return (
    <div className={styles.frame} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ title, number = false, wide = false, silent = false }) => (
              <th key={title} scope="col" className={clsx(number && styles.number, wide && styles.wide)}>
                {silent ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
