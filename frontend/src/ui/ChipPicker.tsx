import { Check, Plus, X } from "lucide-react";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Autocomplete, Button, Dialog, DialogTrigger, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover, SearchField, useFilter } from "react-aria-components";
import { m } from "@/i18n/generated/messages";
import styles from "./ChipPicker.module.css";
import options from "./Options.module.css";
import selectStyles from "./Select.module.css";

export type Chip = { id: string; label: string; icon?: ReactNode };
export type ChipGroup = { id: string; label: string; items: readonly Chip[] };

type Props = {
  label: string;
  addLabel: string;
  groups: readonly ChipGroup[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  readOnly?: boolean;
};

/** Several of many, as chips; found by typing in a grouped list. */
export function ChipPicker({ label, addLabel, groups, chosen, onChange, readOnly = false }: Props) {
  const all = groups.flatMap((group) => group.items);
  const chips = chosen.flatMap((id) => all.find((chip) => chip.id === id) ?? []);
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map(({ id, label: name, icon }) => (
        <li key={id} className={styles.chip}>
          {icon}
          {name}
          {!readOnly && (
            <button
              type="button"
              className={styles.remove}
              aria-label={m.common_remove_item({ item: name })}
              onClick={() => onChange(chosen.filter((each) => each !== id))}
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </li>
      ))}
      {!readOnly && (
        <li>
          <DialogTrigger>
            <Button className={clsx(styles.add)}>
              <Plus size={13} aria-hidden />
              {addLabel}
            </Button>
            <Popover className={clsx(options.popover, styles.popover)} placement="bottom start">
              <Dialog aria-label={addLabel} className={clsx(styles.dialog)}>
                <Choices {...{ label: addLabel, groups, chosen, onChange }} />
              </Dialog>
            </Popover>
          </DialogTrigger>
        </li>
      )}
    </ul>
  );
}

function Choices({ label, groups, chosen, onChange }: Pick<Props, "label" | "groups" | "chosen" | "onChange">) {
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={label} autoFocus className={clsx(styles.search)}>
        <Input placeholder={m.common_type_to_find()} />
      </SearchField>
      <ListBox
        aria-label={label}
        className={clsx(options.list, selectStyles.list)}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          if (keys === "all") return;
          const kept = chosen.filter((id) => keys.has(id));
          const added = [...keys].map(String).filter((id) => !chosen.includes(id));
          onChange([...kept, ...added]);
        }}
        renderEmptyState={() => <p className={styles.empty}>{m.common_nothing_found()}</p>}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.id} id={group.id}>
            <Header className={clsx(options.heading)}>{group.label}</Header>
            {group.items.map((item) => (
              <ListBoxItem key={item.id} id={item.id} textValue={item.label} className={clsx(options.option)}>
                {item.icon}
                <span className={options.words}>{item.label}</span>
                <Check size={14} aria-hidden className={clsx(options.tick, selectStyles.tick)} />
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}
