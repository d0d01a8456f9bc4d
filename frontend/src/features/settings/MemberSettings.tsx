import { useQuery } from "@tanstack/react-query";
import { membersQuery } from "@/api/members";
import { problemText } from "@/api/problem-text";
import { canAdminister, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { InvitationsPanel } from "./InvitationsPanel";
import { MemberRow } from "./MemberRow";
import { SettingsPage } from "./SettingsPage";

export function MemberSettings() {
  const workspace = useWorkspace();
  const members = useQuery(membersQuery(workspace.id));
  const list = useGrowing(members.data?.length ?? 0);
  return (
    <SettingsPage title={m.settings_members()}>
      {canAdminister(workspace) && <InvitationsPanel workspaceId={workspace.id} />}
      <Panel title={m.settings_members()} description={m.settings_members_hint({ workspace: workspace.name })}>
        {members.isError && (
          <ErrorState description={problemText(members.error)} onRetry={() => void members.refetch()} />
        )}
        {members.isPending && (
          <Loading>
            <Skeleton height={120} radius={12} />
          </Loading>
        )}
        {members.data && (
          <LongList {...list} endless>
            <RecordTable
              label={m.settings_members()}
              columns={[
                { title: m.settings_person() },
                { title: m.settings_joined(), wide: true },
                { title: m.settings_role() },
                { title: m.common_more(), silent: true },
              ]}
            >
              <tbody>
                {members.data.slice(0, list.shown).map((member) => (
                  <MemberRow key={member.user_id} member={member} workspaceId={workspace.id} />
                ))}
              </tbody>
            </RecordTable>
          </LongList>
        )}
      </Panel>
    </SettingsPage>
  );
}
