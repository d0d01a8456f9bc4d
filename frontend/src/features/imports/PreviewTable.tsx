import type { ImportPreview, PreviewedRow } from "@/api/imports";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import type { Tone } from "@/ui/Badge";
import { formatCount, formatMoment } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { ProblemNote } from "@/ui/ProblemNote";
import { RecordTable } from "@/ui/RecordTable";
import table from "@/ui/Table.module.css";
import styles from "./imports.module.css";
import { fieldLabels } from "./labels";
import { saidBy } from "./preview-event";

type Props = { preview: ImportPreview; error: Error | null; stale: boolean };

/** The first rows, and what each of them would become. */
export function PreviewTable({ preview, error, stale }: Props) {
  const { rows, missing, looked_at, understood, unit } = preview;
  const units = { line: m.imports_line, row: m.imports_row, event: m.imports_event };
  const said = rows.map((row) => ({ row, said: saidBy(row) }));
  const has = (name: "channel" | "score" | "value") => said.some((each) => each.said?.[name]);
  const counts = m.imports_preview_counts({ count: looked_at, understood: formatCount(understood), all: formatCount(looked_at) });
  return (
    <Panel title={m.imports_preview()} description={!error && missing.length === 0 && counts}>
      {error && <ProblemNote>{problemText(error)}</ProblemNote>}
      {!error && missing.length > 0 && <p className={styles.quiet}>{m.imports_preview_missing()}</p>}
      {!error && missing.length === 0 && rows.length === 0 && <p className={styles.quiet}>{m.imports_preview_empty()}</p>}
      {!error && rows.length > 0 && (
        <div className={styles.preview} aria-busy={stale}>
          <RecordTable
            label={m.imports_preview()}
            columns={[
              { title: units[unit](), number: true },
              { title: m.imports_becomes() },
              { title: fieldLabels.customer.label() },
              { title: fieldLabels.time.label() },
              { title: fieldLabels.touchpoint.label() },
              ...(has("score") ? [{ title: fieldLabels.score.label() }] : []),
              ...(has("value") ? [{ title: m.imports_value() }] : []),
              ...(has("channel") ? [{ title: fieldLabels.channel.label() }] : []),
            ]}
          >
            <tbody>
              {said.map(({ row, said: event }) => (
                <tr key={row.number}>
                  <th scope="row" className={table.number}>
                    {row.number}
                  </th>
                  <td>
                    <Becomes row={row} />
                  </td>
                  <td>{event?.customer}</td>
                  <td>{event && formatMoment(event.time)}</td>
                  <td>{event?.touchpoint}</td>
                  {has("score") && <td>{event?.score}</td>}
                  {has("value") && <td>{event?.value}</td>}
                  {has("channel") && <td>{event?.channel}</td>}
                </tr>
              ))}
            </tbody>
          </RecordTable>
        </div>
      )}
    </Panel>
  );
}

const outcomes: Partial<Record<PreviewedRow["outcome"], { label: () => string; tone: Tone }>> = {
  accepted: { label: m.imports_outcome_accepted, tone: "positive" },
  identified: { label: m.imports_outcome_identified, tone: "positive" },
  ignored: { label: m.imports_outcome_ignored, tone: "neutral" },
  left_out: { label: m.imports_outcome_left_out, tone: "negative" },
};
const quarantined = { label: m.imports_outcome_quarantined, tone: "warning" as Tone };

function Becomes({ row }: { row: PreviewedRow }) {
  const { label, tone } = outcomes[row.outcome] ?? quarantined;
  return (
    <div className={styles.becomes}>
      <Badge tone={tone} dot>
        {label()}
      </Badge>
      {row.detail && <p className={styles.quiet}>{row.detail}</p>}
    </div>
  );
}
