import { m } from "@/i18n/generated/messages";
import { InlineText } from "@/ui/InlineText";
import { proses } from "./fields";
import type { PartProps } from "./part";
import styles from "./PersonaProse.module.css";
import { PersonaTexts } from "./PersonaTexts";

/** In their words and about them. */
export function PersonaProse({ persona, edit, readOnly }: PartProps) {
  return (
    <section className={styles.prose} aria-label={m.personas_story()}>
      <div className={styles.quote}>
        <span aria-hidden="true" className={styles.mark}>
          “
        </span>
        <InlineText
          label={m.personas_quote()}
          value={persona.quote}
          placeholder={m.personas_quote_example()}
          onChange={(quote) => edit({ quote })}
          readOnly={readOnly}
          multiline
        />
      </div>
      <InlineText
        label={m.personas_bio()}
        value={persona.bio}
        placeholder={m.personas_bio_example()}
        onChange={(bio) => edit({ bio })}
        readOnly={readOnly}
        multiline
        className={styles.bio}
      />
      <div className={styles.three}>
        <PersonaTexts fields={proses} persona={persona} edit={edit} readOnly={readOnly} multiline />
      </div>
    </section>
  );
}
