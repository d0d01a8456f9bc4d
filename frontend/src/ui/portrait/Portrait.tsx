import { hueOf, initials } from "../identity";
import styles from "./Portrait.module.css";
import { isPortrait } from "./keys";
import pictures from "./portraits.svg?no-inline";

type Props = {
  /** The persona's portrait key; without a known one, initials are drawn. */
  portrait: string | null | undefined;
  name: string;
  size?: number;
  /** Is the name written beside it? Then the picture is silent. */
  decorative?: boolean;
};

/** A persona's face. */
export function Portrait({ portrait, name, size = 28, decorative = true }: Props) {
  const naming = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name };
  if (!isPortrait(portrait)) {
    return (
      <span
        {...naming}
        className={styles.initials}
        data-hue={hueOf(name)}
        style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
      >
        {initials(name)}
      </span>
    );
  }
  return (
    <svg {...naming} className={styles.portrait} width={size} height={size}>
      <use href={`${pictures}#${portrait}`} />
    </svg>
  );
}
