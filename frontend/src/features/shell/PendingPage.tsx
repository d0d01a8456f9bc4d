import { m } from "@/i18n/generated/messages";
import { Spinner } from "@/ui/Spinner";
import styles from "./PlainPage.module.css";

/** Stands in for a page whose code or session is on its way for longer than one notices. */
export function PendingPage() {
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <p className={styles.waiting} role="status">
        <Spinner size={20} />
        <span className="visually-hidden">{m.common_loading()}</span>
      </p>
    </main>
  );
}
