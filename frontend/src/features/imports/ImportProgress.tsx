import { Pause, Play } from "lucide-react";
import { isRunning, useImportCommands } from "@/api/imports";
import type { Import } from "@/api/imports";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Figure, Figures } from "@/ui/Figures";
import { formatCount } from "@/ui/format";
import { LinkButton } from "@/ui/LinkButton";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import { toast } from "@/ui/toast/store";
import styles from "./imports.module.css";
import { placeText } from "./labels";

/** How far an import is, what became of its rows so far, and the way on. */
export function ImportProgress({ found }: { found: Import }) {
  const { slug } = useWorkspace();
  return (
    <div className={styles.content}>
      <Panel title={headline(found)} description={note(found)} actions={<Commands found={found} />}>
        {(isRunning(found) || found.state === "stopped") && (
          <div className={styles.progress}>
            <progress value={found.share} max={1} aria-label={m.imports_progress()} />
            <span>{m.imports_percent({ percent: Math.floor(found.share * 100) })}</span>
          </div>
        )}
        <Figures plain live>
          <Figure title={m.imports_rows_read()}>{formatCount(found.rows)}</Figure>
          <Figure title={m.imports_accepted()}>{formatCount(found.accepted)}</Figure>
          <Figure title={m.imports_duplicates()}>{formatCount(found.duplicates)}</Figure>
          <Figure title={m.imports_quarantined()}>{formatCount(found.quarantined)}</Figure>
          <Figure title={m.imports_left_out()}>{formatCount(found.left_out)}</Figure>
          {found.waiting > 0 && <Figure title={m.imports_waiting()}>{formatCount(found.waiting)}</Figure>}
        </Figures>
      </Panel>
      {found.reasons.length > 0 && (
        <Panel
          title={m.imports_in_quarantine()}
          description={m.imports_in_quarantine_hint()}
          actions={
            <LinkButton to="/w/$slug/sources/quarantine" params={{ slug }}>
              {m.imports_open_quarantine()}
            </LinkButton>
          }
        >
          <ul className={styles.reasons}>
            {found.reasons.map(({ reason, count }) => (
              <li key={reason}>
                <strong>{formatCount(count)}</strong>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {found.examples.length > 0 && (
        <Panel title={m.imports_rows_left_out()} description={m.imports_rows_left_out_hint({ shown: formatCount(found.examples.length), all: formatCount(found.left_out) })}>
          <RecordTable label={m.imports_rows_left_out()} columns={[{ title: m.imports_where() }, { title: m.imports_why() }]}>
            <tbody>
              {found.examples.map(({ number, reason }) => (
                <tr key={number}>
                  <th scope="row">{placeText(found.unit, number)}</th>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </RecordTable>
        </Panel>
      )}
    </div>
  );
}

function headline({ state }: Import): string {
  if (state === "done") return m.imports_done();
  if (state === "dead") return m.imports_failed();
  if (state === "stopped") return m.imports_stopped();
  if (state === "discarded") return m.imports_discarded();
  return state === "retry" ? m.imports_retrying() : m.imports_running();
}

function note({ state, error }: Import): string {
  if (state === "done") return m.imports_done_hint();
  if (state === "dead") return m.imports_failed_hint({ error });
  if (state === "stopped") return m.imports_stopped_hint();
  if (state === "discarded") return m.imports_discarded_hint();
  return state === "retry" ? error : m.imports_running_hint();
}

function Commands({ found }: { found: Import }) {
  const { id: workspaceId, slug } = useWorkspace();
  const { stop, resume, discard } = useImportCommands(workspaceId, found.id);
  const onError = (error: Error) => toast({ message: problemText(error), tone: "negative" });
  if (isRunning(found)) {
    return (
      <Button icon={<Pause size={14} aria-hidden />} busy={stop.isPending} onClick={() => stop.mutate(undefined, { onError })}>
        {m.imports_stop()}
      </Button>
    );
  }
  if (found.state === "stopped") {
    return (
      <>
        <Button busy={discard.isPending} onClick={() => discard.mutate(undefined, { onError })}>
          {m.imports_discard()}
        </Button>
        <Button look="primary" icon={<Play size={14} aria-hidden />} busy={resume.isPending} onClick={() => resume.mutate(undefined, { onError })}>
          {m.imports_resume()}
        </Button>
      </>
    );
  }
  return (
    <>
      <LinkButton to="/w/$slug/sources/$sourceId" params={{ slug, sourceId: found.source_id }}>
        {m.imports_open_source()}
      </LinkButton>
      <LinkButton look="primary" to="/w/$slug/sources/imports" params={{ slug }} search={{ source: found.source_id }}>
        {m.imports_another()}
      </LinkButton>
    </>
  );
}
