import { m } from "@/i18n/generated/messages";
import styles from "./QualityRing.module.css";

const RADIUS = 15;
const LENGTH = 2 * Math.PI * RADIUS;

/** A score from 0 to 100 as a ring that closes. */
export function QualityRing({ score, size = 34 }: { score: number; size?: number }) {
  return (
    <span className={styles.ring} style={{ width: size, height: size }} role="img" aria-label={m.findings_score({ score })}>
      <svg viewBox="0 0 34 34" aria-hidden>
        <circle cx="17" cy="17" r={RADIUS} />
        <circle cx="17" cy="17" r={RADIUS} data-score="" strokeDasharray={`${(LENGTH * score) / 100} ${LENGTH}`} />
      </svg>
      <b aria-hidden>{score}</b>
    </span>
  );
}
