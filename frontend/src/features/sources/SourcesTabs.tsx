import { Link } from "@tanstack/react-router";
import { m } from "@/i18n/generated/messages";
import styles from "@/ui/Segmented.module.css";

export function SourcesTabs({ slug }: { slug: string }) {
  return (
    <nav className={styles.segmented} aria-label={m.sources_lists()}>
      <Link to="/w/$slug/sources" params={{ slug }} className={styles.segment} activeOptions={{ exact: true }}>
        {m.shell_sources()}
      </Link>
      <Link to="/w/$slug/sources/deliveries" params={{ slug }} className={styles.segment}>
        {m.sources_deliveries()}
      </Link>
      <Link to="/w/$slug/sources/quarantine" params={{ slug }} className={styles.segment}>
        {m.sources_quarantine()}
      </Link>
      <Link to="/w/$slug/sources/imports" params={{ slug }} search={{}} className={styles.segment}>
        {m.imports_title()}
      </Link>
    </nav>
  );
}
