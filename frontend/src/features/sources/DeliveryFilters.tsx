import { CalendarDays } from "lucide-react";
import type { DeliveryKind } from "@/api/deliveries";
import type { Source } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { formatDay } from "@/ui/format";
import { MenuSelect } from "@/ui/MenuSelect";
import { PopoverButton } from "@/ui/PopoverButton";
import { SearchInput } from "@/ui/SearchInput";
import { TextField } from "@/ui/TextField";
import { useSearchText } from "@/ui/useSearchText";
import type { DeliverySearch } from "./delivery-search";
import { deliveryKinds } from "./labels";
import styles from "./SourcesScreen.module.css";

type Props = { search: DeliverySearch; onChange: (search: DeliverySearch) => void; sources: readonly Source[] };

const everySource = "all";

const without = (search: DeliverySearch, ...names: (keyof DeliverySearch)[]): DeliverySearch =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name as keyof DeliverySearch)));
const put = (search: DeliverySearch, name: keyof DeliverySearch, value: string): DeliverySearch =>
  value === "" ? without(search, name) : { ...search, [name]: value };

/** Narrows the list of deliveries. */
export function DeliveryFilters({ search, onChange, sources }: Props) {
  const [text, setText] = useSearchText(search.search ?? "", (sought) => onChange(put(search, "search", sought)));

  return (
    <div className={styles.filters}>
      <SearchInput label={m.sources_find_delivery()} placeholder={m.sources_find_delivery_example()} value={text} onChange={setText} />
      <MenuSelect
        label={m.sources_state()}
        value={search.kind ?? "all"}
        onChange={(kind: DeliveryKind) => onChange(kind === "all" ? without(search, "kind") : { ...search, kind })}
        choices={(["all", "waiting", "quarantined", "dead"] as const).map((kind) => ({ value: kind, label: deliveryKinds[kind]() }))}
      />
      <MenuSelect
        label={m.sources_one()}
        value={search.source ?? everySource}
        onChange={(source) => onChange(put(search, "source", source === everySource ? "" : source))}
        choices={[
          { value: everySource, label: m.sources_every_source() },
          ...sources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <PopoverButton
        label={m.sources_days()}
        content={() => (
          <div className={styles.days}>
            <TextField type="date" label={m.sources_from_day()} value={search.since ?? ""} max={search.until} onChange={(day) => onChange(put(search, "since", day))} />
            <TextField type="date" label={m.sources_to_day()} value={search.until ?? ""} min={search.since} onChange={(day) => onChange(put(search, "until", day))} />
            {(search.since ?? search.until) && (
              <Button onClick={() => onChange(without(search, "since", "until"))}>{m.sources_any_day()}</Button>
            )}
          </div>
        )}
      >
        {(trigger) => (
          <Button {...trigger} icon={<CalendarDays size={14} aria-hidden />}>
            {daysText(search)}
          </Button>
        )}
      </PopoverButton>
    </div>
  );
}

function daysText({ since, until }: DeliverySearch): string {
  const shown = (day: string) => formatDay(`${day}T00:00:00`);
  if (since && until) return m.sources_days_between({ from: shown(since), to: shown(until) });
  if (since) return m.sources_days_from({ from: shown(since) });
  if (until) return m.sources_days_to({ to: shown(until) });
  return m.sources_any_day();
}
