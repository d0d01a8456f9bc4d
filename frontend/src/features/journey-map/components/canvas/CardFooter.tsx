import { Link2, MessageSquare, Tag } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { statusLabel } from "../labels";
import styles from "./card-footer.module.css";
import type { CardFooter as Footer } from "../../model/metrics";

/** The last line of a card: severity, status, score, links, tags, mentions. */
export function CardFooter({ footer }: { footer: Footer }) {
  const { severity, status, score, mentions, links, tags } = footer;
  return (
    <footer className={styles.footer}>
      {severity !== null && <Severity value={severity} />}
      {status !== null && (
        <span className={styles.status} data-status={status}>
          {statusLabel(status)}
        </span>
      )}
      {tags.length > 0 && (
        <span className={styles.tags}>
          <Tag size={11} aria-hidden />
          {tags.join(", ")}
        </span>
      )}
      {links > 0 && (
        <span className={styles.small}>
          <Link2 size={12} aria-hidden />
          <span aria-label={m.map_card_links({ count: links })} role="img">
            {links}
          </span>
        </span>
      )}
      {score !== null && (
        <span className={styles.score} role="img" aria-label={m.map_card_score({ score })}>
          <i style={{ width: `${score}%` }} />
        </span>
      )}
      {mentions > 0 && (
        <span className={styles.mentions}>
          <MessageSquare size={12} aria-hidden />
          <span role="img" aria-label={m.map_card_mentions({ count: mentions })}>
            {mentions}
          </span>
        </span>
      )}
    </footer>
  );
}

function Severity({ value }: { value: number }) {
  return (
    <span className={styles.severity} role="img" aria-label={m.map_card_severity({ value })}>
      {[1, 2, 3].map((level) => (
        <i key={level} data-on={level <= value || undefined} />
      ))}
    </span>
  );
}
