import { memo } from "react";
import styles from "./emotion.module.css";
import type { Mood } from "../../model/curve";

const MOUTHS: Record<Mood, { d: string; filled?: true }> = {
  delighted: { d: "M-4 1.2Q0 6.2 4 1.2Z", filled: true },
  happy: { d: "M-4 1.6Q0 5 4 1.6" },
  neutral: { d: "M-3.6 2.6H3.6" },
  unsure: { d: "M-4 3.8Q0 .6 4 3.8" },
  let_down: { d: "M-4.2 4.6Q0 -.6 4.2 4.6" },
};

/** The face of a mood, 23 px, so that colour is never alone. */
export const Face = memo(function Face({ mood }: { mood: Mood }) {
  const mouth = MOUTHS[mood];
  return (
    <svg
      className={styles.drawing}
      data-mood={mood}
      width="25"
      height="25"
      viewBox="-12.5 -12.5 25 25"
      aria-hidden="true"
    >
      <circle r="11.5" className={styles.skin} />
      <circle cx="-3.7" cy="-2.6" r="1.35" className={styles.eye} />
      <circle cx="3.7" cy="-2.6" r="1.35" className={styles.eye} />
      <path d={mouth.d} className={mouth.filled ? styles.laugh : styles.mouth} />
    </svg>
  );
});
