import { cloneElement, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { ReactElement } from "react";
import { createPortal } from "react-dom";
import { Kbd } from "./Kbd";
import styles from "./Tooltip.module.css";

type Side = "top" | "right" | "bottom";
type Props = {
  label: string;
  shortcut?: string;
  side?: Side;
  children: ReactElement<{ "aria-label"?: string }>;
};

const openAfterMs = 450;
const gap = 8;

/** Shows a name on hover and on keyboard focus; Esc hides it. The name itself belongs on the child (aria-label). */
export function Tooltip({ label, shortcut, side = "bottom", children }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const id = useId();

  const show = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(false);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [open]);

  return (
    <span
      ref={anchor}
      className={styles.anchor}
      onPointerEnter={(event) => event.pointerType === "mouse" && show(openAfterMs)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(":focus-visible") && show(0)}
      onBlur={hide}
    >
      {cloneElement(children)}
      {open && <Bubble id={id} anchor={anchor} side={side} label={label} {...(shortcut && { shortcut })} />}
    </span>
  );
}

type BubbleProps = { id: string; anchor: React.RefObject<HTMLSpanElement | null>; side: Side; label: string; shortcut?: string };

function Bubble({ id, anchor, side, label, shortcut }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = bubble.current;
    const target = anchor.current?.firstElementChild;
    if (!element || !target) return;
    const { left, top } = place(target.getBoundingClientRect(), element.getBoundingClientRect(), side);
    element.style.transform = `translate(${left}px, ${top}px)`;
  }, [anchor, side]);

  return createPortal(
    <div ref={bubble} id={id} role="tooltip" aria-hidden="true" className={styles.bubble}>
      {label}
      {shortcut && <Kbd keys={shortcut} inverse />}
    </div>,
    document.body,
  );
}

/** Beside the target on the wanted side, flipped above when there is no room below, and inside the window. */
function place(target: DOMRect, bubble: DOMRect, side: Side): { left: number; top: number } {
  if (side === "right") {
    return { left: target.right + gap, top: target.top + (target.height - bubble.height) / 2 };
  }
  const centred = target.left + (target.width - bubble.width) / 2;
  const left = Math.min(Math.max(centred, gap), window.innerWidth - bubble.width - gap);
  const below = target.bottom + gap;
  const above = target.top - bubble.height - gap;
  const top = side === "top" || below + bubble.height > window.innerHeight ? above : below;
  return { left, top };
}
