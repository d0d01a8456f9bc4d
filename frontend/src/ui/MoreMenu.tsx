import { Ellipsis } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "./IconButton";
import { MenuButton } from "./MenuButton";
import type { MenuEntry } from "./menu-entries";

type Props = {
  label?: string;
  entries: readonly MenuEntry[];
  /** In a top bar rather than on a row or a card. */
  outlined?: boolean;
  size?: 24 | 28 | 30;
  className?: string | undefined;
};

/** What else can be done with something, behind three dots. */
export function MoreMenu({ label = m.common_more(), entries, outlined = false, size = outlined ? 30 : 28, className }: Props) {
  return (
    <MenuButton label={label} placement="bottom end" entries={entries}>
      {(trigger) => (
        <IconButton {...trigger} label={label} look={outlined ? "outlined" : "quiet"} size={size} tooltip={false} className={className}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      )}
    </MenuButton>
  );
}
