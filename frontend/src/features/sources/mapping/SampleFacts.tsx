import type { PreviewedItem } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { formatMoment } from "@/ui/format";
import styles from "./sample.module.css";

const scores = new Intl.NumberFormat("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

/** What else was understood of an item: whose, when, how satisfied, how much. */
export function SampleFacts({ item: { outcome, customer, occurred_at, score, amount, currency, received_at } }: { item: PreviewedItem }) {
  const understood = outcome === "accepted" || outcome === "identified";
  const money = amount !== null && currency ? new Intl.NumberFormat("en", { style: "currency", currency }).format(amount) : null;
  const facts = understood
    ? [
        customer.length > 0 && m.sources_sample_customer({ kinds: [...new Set(customer.map((kind) => kind || m.sources_plain_id()))].join(", ") }),
        occurred_at && formatMoment(occurred_at),
        score !== null && m.sources_sample_score({ score: scores.format(score).replace("-", "−") }),
        money,
      ]
    : [m.sources_sample_received({ at: formatMoment(received_at) })];
  return <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>;
}
