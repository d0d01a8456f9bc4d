import { Check } from "lucide-react";
import { clsx } from "clsx";
import type { ReactNode, RefObject } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover, Text } from "react-aria-components";
import { Kbd } from "./Kbd";
import styles from "./MenuPopover.module.css";
import { isSection } from "./menu-entries";
import type { MenuAction, MenuEntry } from "./menu-entries";
import options from "./Options.module.css";

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
      className={clsx(options.popover, styles.popover)}
      aria-label={label}
      triggerRef={triggerRef}
      placement={placement}
      offset={6}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      {header && <div className={clsx(styles.header)}>{header}</div>}
      <Menu aria-label={label} className={clsx(options.list)} autoFocus="first" onClose={onClose}>
        {entries.map((entry) =>
          isSection(entry) ? (
            <MenuSection key={entry.id} className={clsx(styles.section)} aria-label={entry.title ?? label}>
              {entry.title && <Header className={clsx(options.heading)}>{entry.title}</Header>}
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
      className={clsx(options.option, styles.item, action.danger && styles.danger)}
      onAction={action.onAction}
      isDisabled={action.disabled ?? false}
      {...(action.selected && { "aria-current": "true" as const })}
    >
      {action.icon && <span className={clsx(options.icon, styles.icon)}>{action.icon}</span>}
      <span className={clsx(options.words)}>
        <Text slot="label">{action.label}</Text>
        {action.description && (
          <Text slot="description" className={clsx(options.description)}>
            {action.description}
          </Text>
        )}
      </span>
      {action.shortcut && <Kbd keys={action.shortcut} />}
      {action.selected && <Check size={14} aria-hidden className={clsx(options.tick)} />}
    </MenuItem>
  );
}
