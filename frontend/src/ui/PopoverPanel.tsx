import { clsx } from "clsx";
import type { ReactNode, RefObject } from "react";
import { Dialog, Popover } from "react-aria-components";
import styles from "./PopoverPanel.module.css";

type Props = {
  label: string;
  placement: "bottom start" | "bottom end" | "right top" | "top start" | "top end";
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
};

export default function PopoverPanel({ label, placement, triggerRef, onClose, children }: Props) {
  return (
    <Popover
      className={clsx(styles.popover)}
      triggerRef={triggerRef}
      placement={placement}
      offset={6}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog aria-label={label} className={clsx(styles.dialog)}>
        {children}
      </Dialog>
    </Popover>
  );
}
