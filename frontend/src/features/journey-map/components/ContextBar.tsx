import { m } from "@/i18n/generated/messages";
import { ContextContents } from "./late-parts";
import styles from "./context.module.css";
import type { ComponentProps, ReactNode } from "react";

type Props = ComponentProps<typeof ContextContents> & { view: ReactNode };

/** The bar above the map; what is in it is fetched with the data it shows. */
export function ContextBar({ view, ...contents }: Props) {
  return (
    <section className={styles.bar} aria-label={m.map_context()} data-print="hide">
      {view}
      <ContextContents {...contents} />
    </section>
  );
}
