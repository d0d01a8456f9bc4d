import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { useAutosave } from "@/api/autosave/useAutosave";
import { loadPersona, patchPersona, personaQuery, personasQuery } from "@/api/personas";
import type { Persona } from "@/api/personas";
import { problemText } from "@/api/problem-text";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { focusField } from "@/ui/focus-field";
import { Page } from "@/ui/layout/Page";
import { SaveState } from "@/ui/SaveState";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PartProps } from "./part";
import { PersonaChannels } from "./PersonaChannels";
import { PersonaChecklist } from "./PersonaChecklist";
import type { ListedFindings } from "./PersonaChecklist";
import { PersonaConflicts } from "./PersonaConflicts";
import { PersonaIdentity } from "./PersonaIdentity";
import { PersonaLists } from "./PersonaLists";
import { PersonaMaps } from "./PersonaMaps";
import { PersonaMenu } from "./PersonaMenu";
import { PersonaProse } from "./PersonaProse";
import styles from "./PersonaScreen.module.css";
import { PersonaSegment } from "./PersonaSegment";
import { PersonaSources } from "./PersonaSources";

export function PersonaEditor({ persona: stored, listed }: { persona: Persona; listed: ListedFindings }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const readOnly = !canEdit(workspace);
  const { queryKey } = personaQuery(stored.id);
  const { draft, edit, status, error, conflicts, resolve, flush } = useAutosave<Persona>({
    resource: stored,
    save: (revision, set) => patchPersona(stored.id, revision, set),
    load: () => loadPersona(stored.id),
    onStored: (persona) => {
      client.setQueryData(queryKey, persona);
      void client.invalidateQueries(personasQuery(workspace.id));
    },
  });
  const part: PartProps = { persona: draft, edit, readOnly };
  // A link may name the field it is about.
  const field = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (field !== "") focusField(field);
  }, [field]);

  return (
    <Page
      title={draft.name}
      crumbs={[{ label: m.shell_personas(), href: `/w/${workspace.slug}/personas` }]}
      status={readOnly ? null : <SaveState status={status} onRetry={flush} />}
      actions={!readOnly && <PersonaMenu persona={draft} />}
    >
      <div className={styles.layout}>
        <PersonaIdentity {...part} />
        <div className={styles.main}>
          {error && (
            <ProblemNote>{problemText(error)}</ProblemNote>
          )}
          {conflicts.length > 0 && <PersonaConflicts conflicts={conflicts} resolve={resolve} />}
          <PersonaChecklist persona={draft} readOnly={readOnly} revision={draft.revision} listed={listed} />
          <PersonaProse {...part} />
          <PersonaLists {...part} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <PersonaChannels {...part} />
              <PersonaSegment {...part} revision={draft.revision} />
            </div>
            <PersonaSources {...part} />
          </div>
          <PersonaMaps personaId={stored.id} />
        </div>
      </div>
    </Page>
  );
}
