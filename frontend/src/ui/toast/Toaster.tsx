import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { m } from "@/i18n/generated/messages";
import styles from "./Toaster.module.css";
import { useToastStore } from "./store";
import type { ToastItem } from "./store";

const shownForMs = 6_000;
const shownWithActionForMs = 10_000;

/** Shows toasts; mounted once, by the shell. Time stands still while pointer or focus is on one. */
export function Toaster() {
  const items = useToastStore((state) => state.items);
  return (
    <section className={styles.region} aria-label={m.common_notifications()} aria-live="polite" aria-relevant="additions">
      {items.map((item) => (
        <Toast key={item.id} item={item} />
      ))}
    </section>
  );
}

function Toast({ item }: { item: ToastItem }) {
  const dismiss = useToastStore((state) => state.dismiss);
  const [held, setHeld] = useState(false);
  const { action } = item;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(item.id), item.action ? shownWithActionForMs : shownForMs);
    return () => clearTimeout(timer);
  }, [held, item, dismiss]);

  return (
    <div
      className={styles.toast}
      data-tone={item.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{item.message}</p>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismiss(item.id, true);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={m.common_dismiss()} onClick={() => dismiss(item.id)}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
