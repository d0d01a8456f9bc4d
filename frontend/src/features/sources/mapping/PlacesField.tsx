import { Plus, X } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import type { Draft, PlaceList } from "./draft";
import styles from "./fields.module.css";
import { PointerField } from "./PointerField";
import type { Edit } from "./useDraft";

type Props = { list: PlaceList; title: string; hint: string; draft: Draft; edit: Edit };

/** Where something is; of several places the first with something there counts. */
export function PlacesField({ list, title, hint, draft, edit }: Props) {
  const places = draft[list];
  const put = (index: number, pointer: string) =>
    edit((now) => ({ ...now, [list]: now[list].with(index, pointer) }), `${list}-${index}`);
  return (
    <section className={styles.place}>
      <h2>{title}</h2>
      <p>{hint}</p>
      {places.map((pointer, index) => (
        <div key={index} className={styles.line}>
          <PointerField label={m.common_list_item({ label: title, position: index + 1 })} hideLabel value={pointer} onChange={(next) => put(index, next)} />
          <IconButton
            label={m.common_remove_item({ item: m.common_list_item({ label: title, position: index + 1 }) })}
            tooltip={false}
            onClick={() => edit((now) => ({ ...now, [list]: now[list].toSpliced(index, 1) }))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {places.length < 10 && (
        <div>
          <Button
            look="quiet"
            icon={<Plus size={14} aria-hidden />}
            aria-label={m.sources_add_place_of({ what: title })}
            onClick={() => edit((now) => ({ ...now, [list]: [...now[list], ""] }))}
          >
            {m.sources_add_place()}
          </Button>
        </div>
      )}
    </section>
  );
}
