import { Check } from "lucide-react";
import { clsx } from "clsx";
import type { ReactNode, RefObject } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover, Text } from "react-aria-components";
import { Kbd } from "./Kbd";
import styles from "./MenuPopover.module.css";
import { isSection } from "./menu-entries";
import type { MenuAction, MenuEntry } from "./menu-entries";

type Props = {
  label: string;
  entries: readonly MenuEntry[];
  placement: "bottom start" | "bottom end" | "right bottom" | "right top" | "top start" | "top end";
  header?: ReactNode;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
};

export default function MenuPopover({ label, entries, placement, header, triggerRef, onClose }: Props) {
  return (
    <Popover
      className={clsx(styles.popover)}
      aria-label={label}
      triggerRef={triggerRef}
      placement={placement}
      offset={6}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      {header && <div className={clsx(styles.header)}>{header}</div>}
      <Menu aria-label={label} className={clsx(styles.menu)} autoFocus="first" onClose={onClose}>
        {entries.map((entry) =>
          isSection(entry) ? (
            <MenuSection key={entry.id} className={clsx(styles.section)} aria-label={entry.title ?? label}>
              {entry.title && <Header className={clsx(styles.title)}>{entry.title}</Header>}
              {entry.items.map(item)}
            </MenuSection>
          ) : (
            item(entry)
          ),
        )}
      </Menu>
    </Popover>
  );
}

function item(action: MenuAction) {
  return (
    <MenuItem
      key={action.id}
      id={action.id}
      textValue={action.label}
      className={clsx(styles.item, action.danger && styles.danger)}
      onAction={action.onAction}
      isDisabled={action.disabled ?? false}
      {...(action.selected && { "aria-current": "true" as const })}
    >
      {action.icon && <span className={clsx(styles.icon)}>{action.icon}</span>}
      <span className={clsx(styles.words)}>
        <Text slot="label">{action.label}</Text>
        {action.description && (
          <Text slot="description" className={clsx(styles.description)}>
            {action.description}
          </Text>
        )}
      </span>
      {action.shortcut && <Kbd keys={action.shortcut} />}
      {action.selected && <Check size={14} aria-hidden className={clsx(styles.tick)} />}
    </MenuItem>
  );
}
