import { ListEditor } from "@/ui/ListEditor";
import { lists } from "./fields";
import type { PartProps } from "./part";
import styles from "./PersonaLists.module.css";
import screenStyles from "./PersonaScreen.module.css";

/** What drives them and what is in their way. */
export function PersonaLists({ persona, edit, readOnly }: PartProps) {
  return (
    <div className={styles.grid}>
      {lists
        .filter(({ field }) => !readOnly || persona[field].length > 0)
        .map(({ field, label, add, tone }) => (
          <section key={field} className={screenStyles.panel} data-tone={tone} data-field={field} aria-label={label()}>
            <h2 className={screenStyles.heading}>{label()}</h2>
            <div className={styles.list}>
              <ListEditor
                label={label()}
                addLabel={add()}
                items={persona[field]}
                onChange={(items) => edit({ [field]: items })}
                readOnly={readOnly}
              />
            </div>
          </section>
        ))}
    </div>
  );
}
