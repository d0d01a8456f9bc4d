import styles from "./Avatar.module.css";
import { hueOf, initials } from "./identity";

type Props = { name: string; size?: 20 | 24 | 26 | 32 | 48 };

/** A member as coloured initials; the name is read out, so put no second one beside it without `aria-hidden`. */
export function Avatar({ name, size = 26 }: Props) {
  return (
    <span
      role="img"
      aria-label={name}
      className={styles.avatar}
      data-hue={hueOf(name)}
      style={{ width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.385)) }}
    >
      {initials(name)}
    </span>
  );
}
