import { ListFilter, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { PopoverButton } from "@/ui/PopoverButton";
import { SearchInput } from "@/ui/SearchInput";
import { SegmentedControl } from "@/ui/SegmentedControl";
import { useSearchText } from "@/ui/useSearchText";
import styles from "./filters.module.css";
import { narrowed, withFilter } from "./search";
import type { AttentionSearch } from "./search";
import { useFilters } from "./useFilters";

const FilterForm = lazy(() => import("./FilterForm"));

type Props = { search: AttentionSearch; onChange: (search: AttentionSearch) => void };

/** Narrows down what is shown; all of it is in the address, and what is chosen stands below. */
export function AttentionFilters({ search, onChange }: Props) {
  const filters = useFilters();
  const chosen = filters.filter(({ key }) => search[key] !== undefined);
  const [text, setText] = useSearchText(search.q ?? "", (q) => onChange(narrowed(search, { q: q || undefined })));

  return (
    <div className={styles.filters}>
      <div className={styles.row}>
        <SearchInput label={m.attention_search()} placeholder={m.attention_search()} value={text} onChange={setText} />
        <PopoverButton
          label={m.attention_filters()}
          content={() => (
            <Suspense fallback={<div className={styles.form} />}>
              <FilterForm filters={filters} search={search} onChange={onChange} />
            </Suspense>
          )}
        >
          {(trigger) => (
            <Button {...trigger} icon={<ListFilter size={14} aria-hidden />}>
              {m.attention_filters()}
            </Button>
          )}
        </PopoverButton>
        <div className={styles.state}>
          <SegmentedControl
            label={m.attention_state()}
            value={search.state ?? "open"}
            options={[
              { value: "open", label: m.attention_open() },
              { value: "dismissed", label: m.attention_dismissed() },
            ]}
            onChange={(state) => onChange(narrowed(search, { state: state === "dismissed" ? state : undefined }))}
          />
        </div>
      </div>
      {chosen.length > 0 && (
        <div className={styles.chosen} role="group" aria-label={m.attention_chosen()}>
          {chosen.map(({ key, label, choices }) => {
            const value = choices.find((choice) => choice.value === search[key])?.label;
            const said = value === undefined ? label : m.attention_chip({ filter: label, value });
            return (
              <button
                key={key}
                type="button"
                className={styles.chip}
                aria-label={m.common_remove_item({ item: said })}
                onClick={() => onChange(withFilter(search, key, undefined))}
              >
                <span>{said}</span>
                <X size={12} aria-hidden />
              </button>
            );
          })}
          <Button look="quiet" onClick={() => onChange(search.state ? { state: search.state } : {})}>
            {m.attention_show_all()}
          </Button>
        </div>
      )}
    </div>
  );
}
