import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { fieldProblem, formProblem } from "@/api/problem-text";
import { useCreateSource } from "@/api/source-changes";
import type { SourceFormat } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { LinkButton } from "@/ui/LinkButton";
import { Panel } from "@/ui/Panel";
import { ProblemNote } from "@/ui/ProblemNote";
import { TextField } from "@/ui/TextField";
import { guideOf } from "./formats";
import { SettingFields, settingsComplete, settingsOf } from "./SettingFields";
import type { Settings } from "./SettingFields";
import styles from "./SourcesScreen.module.css";

/** Names the source and says what its format needs; then it can be connected. */
export function NewSourceForm({ format }: { format: SourceFormat }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const create = useCreateSource(workspace.id);
  const guide = guideOf(format.key);
  const [name, setName] = useState(format.name);
  const [settings, setSettings] = useState<Settings>({});
  const [secret, setSecret] = useState("");
  const complete = name.trim() !== "" && settingsComplete(format, settings);
  const shown = ["/name", "/secret", ...format.settings.map(({ key }) => `/settings/${key}`)];
  const problem = formProblem(create.error, shown);

  const submit = () =>
    create.mutate(
      { name: name.trim(), format: format.key, settings: settingsOf(settings), ...(secret.trim() && { secret: secret.trim() }) },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: "/w/$slug/sources/$sourceId/connect", params: { slug: workspace.slug, sourceId: id }, replace: true }),
      },
    );

  return (
    <div className={styles.narrow}>
      <Panel
        title={m.sources_new_of({ format: format.name })}
        description={guide.summary()}
        actions={
          <Link to="/w/$slug/sources/new" params={{ slug: workspace.slug }} search={{}} className={styles.rowLink}>
            {m.sources_other_format()}
          </Link>
        }
      >
        <form
          className={styles.stack}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (complete) submit();
          }}
        >
          <TextField
            label={m.sources_name()}
            hint={m.sources_name_hint()}
            value={name}
            onChange={setName}
            onFocus={(event) => event.target.select()}
            maxLength={200}
            autoFocus
            error={fieldProblem(create.error, "/name")}
          />
          <SettingFields format={format} values={settings} onChange={setSettings} error={create.error} />
          {format.secret_from === "sender" && (
            <TextField
              label={m.sources_optional({ label: guide.secret?.() ?? m.sources_secret() })}
              hint={m.sources_secret_later()}
              value={secret}
              onChange={setSecret}
              maxLength={500}
              spellCheck={false}
              autoComplete="off"
              error={fieldProblem(create.error, "/secret")}
            />
          )}
          {problem && <ProblemNote>{problem}</ProblemNote>}
          <div className={styles.buttons}>
            <LinkButton to="/w/$slug/sources" params={{ slug: workspace.slug }}>
              {m.common_cancel()}
            </LinkButton>
            <Button look="primary" type="submit" busy={create.isPending} disabled={!complete}>
              {m.sources_create()}
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
