import { MapPin } from "lucide-react";
import { useRefreshPreview } from "@/api/imports";
import type { ImportPreview } from "@/api/imports";
import { problemText } from "@/api/problem-text";
import { nameFromKey } from "@/api/touchpoint-names";
import { useTouchpointChanges } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { formatCount } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { toast } from "@/ui/toast/store";
import styles from "./imports.module.css";

type Props = { importId: string; missing: ImportPreview["missing_touchpoints"] };

/** Touchpoints that the rows name and that nobody has made: one press makes them. */
export function MissingTouchpoints({ importId, missing }: Props) {
  const workspace = useWorkspace();
  const { create } = useTouchpointChanges(workspace.id);
  const refresh = useRefreshPreview(importId);
  if (missing.length === 0) return null;
  const make = async (keys: readonly string[]) => {
    try {
      for (const key of keys) await create.mutateAsync({ name: nameFromKey(key), key });
    } catch (error) {
      toast({ message: problemText(error), tone: "negative" });
    }
    await refresh();
  };
  return (
    <Panel
      title={m.imports_missing()}
      description={m.imports_missing_hint()}
      actions={
        missing.length > 1 && (
          <Button busy={create.isPending} onClick={() => void make(missing.map(({ key }) => key))}>
            {m.imports_make_all({ count: missing.length })}
          </Button>
        )
      }
    >
      <ul className={styles.missing}>
        {missing.map(({ key, rows }) => (
          <li key={key}>
            <Button icon={<MapPin size={14} aria-hidden />} busy={create.isPending} onClick={() => void make([key])}>
              {m.imports_make({ name: nameFromKey(key) })}
            </Button>
            <span className={styles.quiet}>{m.imports_rows_of_it({ count: rows, shown: formatCount(rows) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
