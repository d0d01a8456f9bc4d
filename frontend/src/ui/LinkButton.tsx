import { createLink } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";
import type { ButtonLook } from "./Button";
import styles from "./Button.module.css";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  look?: ButtonLook;
  icon?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
};

function Anchor({ look = "secondary", icon, className, children, ...rest }: Props) {
  return (
    <a {...rest} className={clsx(styles.button, styles[look], className)}>
      {icon}
      {children}
    </a>
  );
}

/** A link that looks like a button: it goes somewhere, so it can be opened in a new tab. */
export const LinkButton = createLink(Anchor);
