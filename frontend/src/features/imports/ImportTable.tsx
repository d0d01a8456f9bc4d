import { Link } from "@tanstack/react-router";
import type { Import } from "@/api/imports";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { formatCount } from "@/ui/format";
import { RecordTable } from "@/ui/RecordTable";
import table from "@/ui/Table.module.css";
import { states } from "./labels";

export function ImportTable({ rows, sources }: { rows: readonly Import[]; sources: readonly Source[] }) {
  const { slug } = useWorkspace();
  const nameOf = (sourceId: string) => sources.find(({ id }) => id === sourceId)?.name ?? "";
  return (
    <RecordTable
      label={m.imports_earlier()}
      columns={[
        { title: m.imports_file() },
        { title: m.imports_into(), wide: true },
        { title: m.imports_state() },
        { title: m.imports_accepted(), number: true },
        { title: m.imports_duplicates(), number: true, wide: true },
        { title: m.imports_quarantined(), number: true, wide: true },
        { title: m.imports_left_out(), number: true, wide: true },
        { title: m.imports_when(), wide: true },
      ]}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={table.name}>
              <Link to="/w/$slug/sources/imports/$importId" params={{ slug, importId: row.id }} className={table.link}>
                {row.name}
              </Link>
            </th>
            <td className={table.wide}>{nameOf(row.source_id)}</td>
            <td>
              <Badge tone={states[row.state].tone} dot>
                {states[row.state].label()}
              </Badge>
            </td>
            <td className={table.number}>{formatCount(row.accepted)}</td>
            <td className={`${table.number} ${table.wide}`}>{formatCount(row.duplicates)}</td>
            <td className={`${table.number} ${table.wide}`}>{formatCount(row.quarantined)}</td>
            <td className={`${table.number} ${table.wide}`}>{formatCount(row.left_out)}</td>
            <td className={table.wide}>
              <Ago at={row.created_at} />
            </td>
          </tr>
        ))}
      </tbody>
    </RecordTable>
  );
}
