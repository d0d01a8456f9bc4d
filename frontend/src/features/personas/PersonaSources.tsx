import { ExternalLink, Pencil, Plus, X } from "lucide-react";
import { useState } from "react";
import type { PersonaSource } from "@/api/personas";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { IconButton } from "@/ui/IconButton";
import listStyles from "@/ui/ListEditor.module.css";
import type { PartProps } from "./part";
import screenStyles from "./PersonaScreen.module.css";
import styles from "./PersonaSources.module.css";
import { SourceDialog } from "./SourceDialog";
import { sourceKindLabels } from "./source-kinds";

/** What all this is known from: a persona without one is a guess. */
export function PersonaSources({ persona, edit, readOnly }: PartProps) {
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const { sources } = persona;
  const save = (source: PersonaSource) => {
    edit({ sources: editing === "new" ? [...sources, source] : sources.with(editing ?? 0, source) });
    setEditing(null);
  };

  return (
    <section className={screenStyles.panel} data-field="sources" aria-label={m.personas_sources()}>
      <h2 className={screenStyles.heading}>{m.personas_sources()}</h2>
      {sources.length === 0 && <p className={styles.empty}>{m.personas_sources_empty()}</p>}
      <ul className={styles.list}>
        {sources.map(({ kind, text = "", url = "" }, index) => (
          <li key={index} className={styles.source}>
            <Badge>{sourceKindLabels[kind]()}</Badge>
            <span className={styles.text}>
              {url ? (
                <a href={url} target="_blank" rel="noreferrer" className={styles.link}>
                  {text || url}
                  <ExternalLink size={12} aria-hidden />
                </a>
              ) : (
                text
              )}
            </span>
            {!readOnly && (
              <>
                <IconButton
                  label={m.personas_edit_source({ source: text || url })}
                  size={24}
                  tooltip={false}
                  onClick={() => setEditing(index)}
                >
                  <Pencil size={13} aria-hidden />
                </IconButton>
                <IconButton
                  label={m.common_remove_item({ item: text || url })}
                  size={24}
                  tooltip={false}
                  onClick={() => edit({ sources: sources.toSpliced(index, 1) })}
                >
                  <X size={13} aria-hidden />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <button type="button" className={listStyles.add} onClick={() => setEditing("new")}>
          <Plus size={13} aria-hidden />
          {m.personas_add_source()}
        </button>
      )}
      {editing !== null && (
        <SourceDialog
          source={editing === "new" ? null : (sources[editing] ?? null)}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
