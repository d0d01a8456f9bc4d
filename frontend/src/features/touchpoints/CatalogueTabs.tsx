import { Link } from "@tanstack/react-router";
import { m } from "@/i18n/generated/messages";
import styles from "@/ui/Segmented.module.css";

/** Between the catalogue's two lists. */
export function CatalogueTabs({ slug }: { slug: string }) {
  return (
    <nav className={styles.segmented} aria-label={m.touchpoints_lists()}>
      <Link to="/w/$slug/touchpoints" params={{ slug }} className={styles.segment} activeOptions={{ exact: true }}>
        {m.shell_touchpoints()}
      </Link>
      <Link to="/w/$slug/touchpoints/channels" params={{ slug }} className={styles.segment}>
        {m.touchpoints_channels()}
      </Link>
    </nav>
  );
}
