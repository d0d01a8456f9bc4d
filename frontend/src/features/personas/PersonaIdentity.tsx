import { Pencil } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { InlineText } from "@/ui/InlineText";
import { PopoverButton } from "@/ui/PopoverButton";
import { portraitKeys } from "@/ui/portrait/keys";
import { Portrait } from "@/ui/portrait/Portrait";
import { facts } from "./fields";
import type { PartProps } from "./part";
import styles from "./PersonaIdentity.module.css";
import { PersonaTexts } from "./PersonaTexts";
import screenStyles from "./PersonaScreen.module.css";
import { parseShare, shareText } from "./share";

/** Who it is: face, name, and the facts one would ask first. */
export function PersonaIdentity({ persona, edit, readOnly }: PartProps) {
  return (
    <aside className={screenStyles.side} aria-label={m.personas_identity()}>
      <PortraitPicker persona={persona} edit={edit} readOnly={readOnly} />
      <InlineText
        label={m.personas_name()}
        value={persona.name}
        onChange={(name) => name.trim() !== "" && edit({ name })}
        readOnly={readOnly}
        className={styles.name}
      />
      <InlineText
        label={m.personas_tagline()}
        value={persona.tagline}
        placeholder={m.personas_tagline_example()}
        onChange={(tagline) => edit({ tagline })}
        readOnly={readOnly}
        className={styles.tagline}
      />
      <div className={styles.facts}>
        <InlineText
          label={m.personas_share_label()}
          showLabel
          value={shareText(persona.share)}
          placeholder={m.personas_share_example()}
          onChange={(text) => {
            const share = parseShare(text);
            if (share !== undefined) edit({ share });
          }}
          readOnly={readOnly}
        />
        <PersonaTexts fields={facts} persona={persona} edit={edit} readOnly={readOnly} />
      </div>
    </aside>
  );
}

function PortraitPicker({ persona, edit, readOnly }: PartProps) {
  const picture = <Portrait portrait={persona.portrait} name={persona.name} size={96} />;
  if (readOnly) return picture;
  return (
    <PopoverButton
      label={m.personas_choose_portrait()}
      content={(close) => (
        <div className={styles.portraits} role="group" aria-label={m.personas_portrait()}>
          {portraitKeys.map((key, index) => (
            <button
              key={key}
              type="button"
              className={styles.choice}
              aria-pressed={persona.portrait === key}
              aria-label={m.personas_portrait_number({ number: index + 1 })}
              onClick={() => {
                edit({ portrait: key });
                close();
              }}
            >
              <Portrait portrait={key} name={key} size={48} />
            </button>
          ))}
          <button
            type="button"
            className={styles.choice}
            aria-pressed={persona.portrait === ""}
            aria-label={m.personas_portrait_initials()}
            onClick={() => {
              edit({ portrait: "" });
              close();
            }}
          >
            <Portrait portrait="" name={persona.name} size={48} />
          </button>
        </div>
      )}
    >
      {(trigger) => (
        <button type="button" {...trigger} className={styles.portrait} aria-label={m.personas_choose_portrait()}>
          {picture}
          <span className={styles.pencil}>
            <Pencil size={13} aria-hidden />
          </span>
        </button>
      )}
    </PopoverButton>
  );
}
