import { m } from "@/i18n/generated/messages";
import { ContextContents } from "./ContextContents";
import styles from "./context.module.css";
import type { ComponentProps, ReactNode } from "react";

type Props = ComponentProps<typeof ContextContents> & { view: ReactNode };

/** The bar above the map. */
export function ContextBar({ view, ...contents }: Props) {
  return (
    <section className={styles.bar} aria-label={m.map_context()} data-print="hide">
      {view}
      <ContextContents {...contents} />
    </section>
  );
}
