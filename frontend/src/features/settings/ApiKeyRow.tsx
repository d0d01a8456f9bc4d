import { Trash2 } from "lucide-react";
import { useState } from "react";
import { clsx } from "clsx";
import { useApiKeyChanges } from "@/api/api-keys";
import type { ApiKey } from "@/api/api-keys";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { formatDay } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import table from "@/ui/Table.module.css";
import { toast } from "@/ui/toast/store";
import { scopeLabel } from "./roles";
import styles from "./SettingsPage.module.css";

export function ApiKeyRow({ apiKey, workspaceId }: { apiKey: ApiKey; workspaceId: string }) {
  const { revoke } = useApiKeyChanges(workspaceId);
  const [asking, setAsking] = useState(false);
  const { name, hint, scope, last_used_at, expires_at } = apiKey;

  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <span>
            <b>{name}</b>
            <small>{m.settings_key_begins({ hint })}</small>
          </span>
        </span>
      </th>
      <td>
        <Badge>{scopeLabel(scope)}</Badge>
      </td>
      <td className={clsx(table.quiet, table.wide)}>{last_used_at ? <Ago at={last_used_at} /> : m.settings_never_used()}</td>
      <td className={table.quiet}>{expires_at ? formatDay(expires_at) : m.settings_never_expires()}</td>
      <td className={table.actions}>
        <IconButton label={m.settings_revoke_key({ name })} onClick={() => setAsking(true)}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
        <ConfirmDialog
          open={asking}
          title={m.settings_revoke_key_title({ name })}
          description={m.settings_revoke_key_hint()}
          confirmLabel={m.settings_revoke()}
          busy={revoke.isPending}
          onCancel={() => setAsking(false)}
          onConfirm={() =>
            revoke.mutate(apiKey, {
              onError: (error) => toast({ message: problemText(error), tone: "negative" }),
              onSettled: () => setAsking(false),
            })
          }
        />
      </td>
    </tr>
  );
}
