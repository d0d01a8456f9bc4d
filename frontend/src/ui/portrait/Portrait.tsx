import { hueOf, initials } from "../identity";
import styles from "./Portrait.module.css";
import { HairBack, HairFront } from "./hair";
import { lookOf } from "./looks";
import type { Look } from "./looks";

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
  const look = lookOf(portrait);
  const naming = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name };
  if (!look) {
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
    <svg {...naming} className={styles.portrait} width={size} height={size} viewBox="0 0 28 28">
      <rect width="28" height="28" fill={look.background} />
      <Figure look={look} />
    </svg>
  );
}

function Figure({ look }: { look: Look }) {
  return (
    <>
      <HairBack hair={look.hair} color={look.hairColor} />
      <path d="M6 28c0-6 3.6-8.6 8-8.6s8 2.6 8 8.6Z" fill={look.top} />
      <rect x="11.9" y="15.6" width="4.2" height="5.2" rx="2.1" fill={look.skin} />
      <circle cx="14" cy="12.4" r="5.2" fill={look.skin} />
      {look.beard && <path d={beard} fill={look.hairColor} />}
      <HairFront hair={look.hair} color={look.hairColor} />
      {look.glasses && (
        <g fill="none" stroke="#2b3040" strokeWidth="0.8">
          <circle cx="11.9" cy="12.9" r="1.75" />
          <circle cx="16.1" cy="12.9" r="1.75" />
          <path d="M13.65 12.7h.7" />
        </g>
      )}
    </>
  );
}

const beard = "M8.8 12.8c0 4.8 2.3 7.1 5.2 7.1s5.2-2.3 5.2-7.1c-.9 1.9-1.9 2.6-2.9 2.3-1.5-.4-3.1-.4-4.6 0-1 .3-2-.4-2.9-2.300Z";
