import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { apiKeysQuery } from "@/api/api-keys";
import { problemText } from "@/api/problem-text";
import { canAdminister, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import { ApiKeyRow } from "./ApiKeyRow";
import { NewApiKeyDialog } from "./NewApiKeyDialog";
import { SettingsPage } from "./SettingsPage";

export function ApiKeySettings() {
  const workspace = useWorkspace();
  const admin = canAdminister(workspace);
  const [adding, setAdding] = useState(false);
  return (
    <SettingsPage title={m.settings_api_keys()}>
      <Panel
        title={m.settings_api_keys()}
        description={admin ? m.settings_api_keys_hint() : m.settings_admins_only()}
        actions={
          admin && (
            <Button look="primary" icon={<Plus size={14} strokeWidth={2.25} aria-hidden />} onClick={() => setAdding(true)}>
              {m.settings_new_key()}
            </Button>
          )
        }
      >
        {admin && <Keys workspaceId={workspace.id} />}
      </Panel>
      {adding && <NewApiKeyDialog workspaceId={workspace.id} onClose={() => setAdding(false)} />}
    </SettingsPage>
  );
}

function Keys({ workspaceId }: { workspaceId: string }) {
  const keys = useQuery(apiKeysQuery(workspaceId));
  const list = useGrowing(keys.data?.length ?? 0);
  if (keys.isPending) {
    return (
      <Loading>
        <Skeleton height={120} radius={12} />
      </Loading>
    );
  }
  if (keys.isError) return <ErrorState description={problemText(keys.error)} onRetry={() => void keys.refetch()} />;
  if (keys.data.length === 0) return <p className={table.quiet}>{m.settings_keys_empty()}</p>;
  return (
    <LongList {...list} endless>
      <RecordTable
        label={m.settings_api_keys()}
        columns={[
          { title: m.settings_key_name() },
          { title: m.settings_scope() },
          { title: m.settings_last_used(), wide: true },
          { title: m.settings_expires() },
          { title: m.common_more(), silent: true },
        ]}
      >
        <tbody>
          {keys.data.slice(0, list.shown).map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} workspaceId={workspaceId} />
          ))}
        </tbody>
      </RecordTable>
    </LongList>
  );
}
