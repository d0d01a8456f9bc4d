import { clsx } from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./IconButton.module.css";
import { Tooltip } from "./Tooltip";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label" | "title"> & {
  /** The accessible name, shown as tooltip. */
  label: string;
  shortcut?: string;
  look?: "quiet" | "outlined";
  size?: 24 | 28 | 30 | 36;
  /** Does the surrounding already say what the button does? Then no tooltip is shown. */
  tooltip?: boolean;
  tooltipSide?: "top" | "right" | "bottom";
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({
  label,
  shortcut,
  look = "quiet",
  size = 28,
  tooltip = true,
  tooltipSide = "bottom",
  className,
  children,
  ...rest
}: Props) {
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={clsx(styles.button, styles[look], className)}
      style={{ width: size, height: size, ...rest.style }}
    >
      {children}
    </button>
  );
  return tooltip ? (
    <Tooltip label={label} side={tooltipSide} {...(shortcut && { shortcut })}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
