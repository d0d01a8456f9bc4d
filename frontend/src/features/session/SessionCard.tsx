import { useEffect } from "react";
import type { ReactNode } from "react";
import { Logo } from "@/ui/Logo";
import styles from "./SessionCard.module.css";

type Props = { title: string; description?: string; children: ReactNode };

/** The frame of the pages before the app: one card in the middle. */
export function SessionCard({ title, description, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Waymark`;
  }, [title]);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Logo size={40} />
        <h1 className={styles.title}>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
        <div className={styles.card}>{children}</div>
      </div>
    </main>
  );
}
