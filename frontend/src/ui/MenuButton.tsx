import { lazy, Suspense, useRef, useState } from "react";
import type { ReactElement, ReactNode, RefObject } from "react";
import type { MenuEntry } from "./menu-entries";

const loadMenu = () => import("./MenuPopover");
const MenuPopover = lazy(loadMenu);

type TriggerProps = {
  ref: RefObject<HTMLButtonElement | null>;
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  onClick: () => void;
  onPointerEnter: () => void;
  onFocus: () => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
};

type Props = {
  /** Accessible name of the menu. */
  label: string;
  /** A function where there may be many: it is asked when the menu opens. */
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  placement?: "bottom start" | "bottom end" | "right bottom" | "right top" | "top start" | "top end";
  /** Shown above the entries, e.g. who is signed in. */
  header?: ReactNode;
  /** Draws the button; spread what it gets onto it. */
  children: (trigger: TriggerProps) => ReactElement;
};

/** A button with a menu. The menu's code is fetched when the pointer or the focus comes near. */
export function MenuButton({ label, entries, placement = "bottom start", header, children }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const preload = () => void loadMenu();

  return (
    <>
      {children({
        ref: trigger,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        onClick: () => setOpen((now) => !now),
        onPointerEnter: preload,
        onFocus: preload,
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpen(true);
        },
      })}
      {open && (
        <Suspense>
          <MenuPopover
            label={label}
            entries={typeof entries === "function" ? entries() : entries}
            placement={placement}
            header={header}
            triggerRef={trigger}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
