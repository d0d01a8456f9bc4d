import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import styles from "./PlainPage.module.css";

/** Stands in for a page that failed; the rest of the app stays usable. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <ErrorState heading="h1" title={m.shell_error_title()} description={problemText(error)} onRetry={retry} />
    </main>
  );
}
