import type { MapState } from "@/api/maps";
import type { Persona } from "@/api/personas";
import { m } from "@/i18n/generated/messages";
import { MenuSelect } from "@/ui/MenuSelect";
import { Portrait } from "@/ui/portrait/Portrait";
import { SearchInput } from "@/ui/SearchInput";
import { useSearchText } from "@/ui/useSearchText";
import styles from "./GalleryScreen.module.css";
import { mapStates } from "./search";
import type { GallerySearch, Sort } from "./search";
import { stateLabels } from "./states";

type Props = {
  search: GallerySearch;
  personas: readonly Pick<Persona, "id" | "name" | "portrait">[];
  count: number;
  onChange: (search: GallerySearch) => void;
};

const all = "all";
/** Nothing is asked of the server. */
const pauseMs = 120;

export function GalleryToolbar({ search, personas, count, onChange }: Props) {
  const change = (part: { [Key in keyof GallerySearch]: GallerySearch[Key] | undefined }) => {
    const entries = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== "");
    onChange(Object.fromEntries(entries));
  };
  const [text, setText] = useSearchText(search.q ?? "", (q) => change({ q }), pauseMs);
  return (
    <div className={styles.toolbar}>
      <SearchInput
        label={m.gallery_search()}
        placeholder={m.gallery_search_placeholder()}
        value={text}
        onChange={setText}
      />
      <MenuSelect<MapState | typeof all>
        label={m.gallery_filter_state()}
        value={search.state ?? all}
        onChange={(state) => change({ state: state === all ? undefined : state })}
        choices={[
          { value: all, label: m.gallery_all_states() },
          ...mapStates.map((state) => ({ value: state, label: stateLabels[state]() })),
        ]}
      />
      {personas.length > 0 && (
        <MenuSelect
          label={m.gallery_filter_persona()}
          value={search.persona ?? all}
          onChange={(persona) => change({ persona: persona === all ? undefined : persona })}
          choices={[
            { value: all, label: m.gallery_all_personas() },
            ...personas.map(({ id, name, portrait }) => ({
              value: id,
              label: name,
              icon: <Portrait portrait={portrait} name={name} size={20} />,
            })),
          ]}
        />
      )}
      <MenuSelect<Sort>
        label={m.gallery_sort()}
        value={search.sort ?? "updated"}
        onChange={(sort) => change({ sort: sort === "updated" ? undefined : sort })}
        choices={[
          { value: "updated", label: m.gallery_sort_updated() },
          { value: "title", label: m.gallery_sort_title() },
        ]}
      />
      <span className={styles.count} role="status">
        {m.gallery_count({ count })}
      </span>
    </div>
  );
}
