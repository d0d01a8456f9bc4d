import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formProblem } from "@/api/problem-text";
import { useSourceChanges } from "@/api/source-changes";
import { sourceFormatsQuery } from "@/api/sources";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast/store";
import { SettingFields, settingsComplete, settingsOf } from "./SettingFields";
import type { Settings } from "./SettingFields";
import styles from "./SourcesScreen.module.css";

/** What the format wants to know beside the secret; nothing at all for most formats. */
export function SettingsPanel({ source, editable }: { source: Source; editable: boolean }) {
  const workspace = useWorkspace();
  const { data: formats } = useQuery(sourceFormatsQuery);
  const { update } = useSourceChanges(workspace.id, source.id);
  const [draft, setDraft] = useState<Settings | null>(null);
  const format = formats?.find(({ key }) => key === source.format);
  if (!format || format.settings.length === 0) return null;

  const values = draft ?? source.settings;
  const problem = formProblem(update.error, format.settings.map(({ key }) => `/settings/${key}`));
  return (
    <Panel title={m.sources_settings()} description={m.sources_settings_hint({ format: format.name })}>
      <form
        className={styles.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate(
            { revision: source.revision, set: { settings: settingsOf(values) } },
            { onSuccess: () => toast({ message: m.sources_settings_saved() }) },
          );
        }}
      >
        <SettingFields format={format} values={values} onChange={setDraft} readOnly={!editable} error={update.error} />
        {problem && <ProblemNote>{problem}</ProblemNote>}
        {draft && (
          <div className={styles.buttons}>
            <Button onClick={() => setDraft(null)}>{m.common_cancel()}</Button>
            <Button look="primary" type="submit" busy={update.isPending} disabled={!settingsComplete(format, values)}>
              {m.common_save()}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}
