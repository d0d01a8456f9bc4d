import type { SVGProps } from "react";

type Props = SVGProps<SVGSVGElement> & { href: string; size?: number | string };

/** An icon out of a picture file: lines in the text's colour, silent unless it is named. */
export function Drawing({ href, size = 24, color = "currentColor", strokeWidth = 2, ...rest }: Props) {
  return (
    <svg
      width={size}
      height={size}
      fill="none"
      stroke={color}
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden={rest["aria-label"] === undefined ? true : undefined}
      {...rest}
    >
      <use href={href} />
    </svg>
  );
}
