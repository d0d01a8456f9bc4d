import { Link } from "@tanstack/react-router";
import { m } from "@/i18n/generated/messages";
import styles from "@/ui/Segmented.module.css";

export function CustomersTabs({ slug }: { slug: string }) {
  return (
    <nav className={styles.segmented} aria-label={m.customers_lists()}>
      <Link to="/w/$slug/customers" params={{ slug }} className={styles.segment} activeOptions={{ exact: true, includeSearch: false }}>
        {m.customers_title()}
      </Link>
      <Link to="/w/$slug/customers/log" params={{ slug }} className={styles.segment}>
        {m.customers_log()}
      </Link>
    </nav>
  );
}
