import { Link } from "@tanstack/react-router";
import { m } from "@/i18n/generated/messages";
import buttonStyles from "@/ui/Button.module.css";
import { EmptyState } from "@/ui/EmptyState";
import { clsx } from "clsx";
import styles from "./PlainPage.module.css";

export function NotFoundPage() {
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <EmptyState
        heading="h1"
        art={<LostPath />}
        title={m.shell_not_found_title()}
        description={m.shell_not_found_hint()}
        actions={
          <Link to="/" className={clsx(buttonStyles.button, buttonStyles.primary)}>
            {m.shell_not_found_action()}
          </Link>
        }
      />
    </main>
  );
}

/** The curve of the logo, losing its way. */
function LostPath() {
  return (
    <svg width="120" height="48" viewBox="0 0 120 48" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
      <path d="M4 34c16 0 16-24 32-24s16 28 32 28" />
      <path d="M68 38c14 0 14-16 26-16s10 8 22 8" strokeDasharray="1 7" />
      <circle cx="36" cy="10" r="4" fill="var(--surface)" />
    </svg>
  );
}
