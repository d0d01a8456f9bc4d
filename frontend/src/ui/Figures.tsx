import { clsx } from "clsx";
import type { ReactNode } from "react";
import styles from "./Figures.module.css";

type Props = {
  children: ReactNode;
  /** Inside a panel, which is frame enough. */
  plain?: boolean;
  /** Read aloud when they change. */
  live?: boolean;
};

/** A few figures side by side, each under what it counts. */
export function Figures({ children, plain = false, live = false }: Props) {
  return (
    <dl className={clsx(styles.figures, plain ? styles.plain : styles.framed)} aria-live={live ? "polite" : undefined}>
      {children}
    </dl>
  );
}

type FigureProps = {
  title: string;
  /** In small print below. */
  note?: string;
  warning?: boolean;
  /** More than one value. */
  wide?: boolean;
  children: ReactNode;
};

export function Figure({ title, note, warning = false, wide = false, children }: FigureProps) {
  return (
    <div className={wide ? styles.wide : undefined}>
      <dt>{title}</dt>
      <dd className={warning ? styles.warning : undefined}>{children}</dd>
      {note && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}
