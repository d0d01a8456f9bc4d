import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "./IconButton";

const shownMs = 1_600;

/** Puts a text on the clipboard and says so, to the eye and to the ear. */
export function CopyButton({ text, label, size = 24 }: { text: string; label: string; size?: 24 | 28 | 30 }) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <>
      <IconButton label={label} size={size} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {copied ? <Check size={14} aria-hidden color="var(--positive)" /> : <Copy size={14} aria-hidden />}
      </IconButton>
      <span className="visually-hidden" role="status">
        {copied && m.common_copied()}
      </span>
    </>
  );
}
