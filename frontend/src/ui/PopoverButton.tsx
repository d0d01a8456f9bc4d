import { lazy, Suspense, useRef, useState } from "react";
import type { ReactElement, ReactNode, RefObject } from "react";

const load = () => import("./PopoverPanel");
const PopoverPanel = lazy(load);

type TriggerProps = {
  ref: RefObject<HTMLButtonElement | null>;
  "aria-haspopup": "dialog";
  "aria-expanded": boolean;
  onClick: () => void;
  onPointerEnter: () => void;
  onFocus: () => void;
};

type Props = {
  label: string;
  placement?: "bottom start" | "bottom end" | "right top" | "top start" | "top end";
  content: (close: () => void) => ReactNode;
  children: (trigger: TriggerProps) => ReactElement;
};

/** A button with a small dialog beside it, e.g. a colour or date picker; its code is fetched on approach. */
export function PopoverButton({ label, placement = "bottom start", content, children }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const preload = () => void load();
  return (
    <>
      {children({
        ref: trigger,
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        onClick: () => setOpen((now) => !now),
        onPointerEnter: preload,
        onFocus: preload,
      })}
      {open && (
        <Suspense>
          <PopoverPanel label={label} placement={placement} triggerRef={trigger} onClose={close}>
            {content(close)}
          </PopoverPanel>
        </Suspense>
      )}
    </>
  );
}
