import { Select } from "@/ui/Select";
import styles from "./filters.module.css";
import { withFilter } from "./search";
import type { AttentionSearch } from "./search";
import type { Filter } from "./useFilters";

type Props = { filters: readonly Filter[]; search: AttentionSearch; onChange: (search: AttentionSearch) => void };

const any = "any";

/** All filters with what is chosen of each; a choice counts at once. */
export default function FilterForm({ filters, search, onChange }: Props) {
  return (
    <div className={styles.form}>
      {filters.map(({ key, label, every, choices }) => (
        <Select
          key={key}
          label={label}
          value={search[key] ?? any}
          options={[{ value: any, label: every }, ...choices]}
          onChange={(value) => onChange(withFilter(search, key, value === any ? undefined : value))}
        />
      ))}
    </div>
  );
}
