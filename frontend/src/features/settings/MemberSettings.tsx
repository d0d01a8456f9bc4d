import { useQuery } from "@tanstack/react-query";
import { membersQuery } from "@/api/members";
import { problemText } from "@/api/problem-text";
import { canAdminister, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import { InvitationsPanel } from "./InvitationsPanel";
import { MemberRow } from "./MemberRow";
import { SettingsPage } from "./SettingsPage";

export function MemberSettings() {
  const workspace = useWorkspace();
  const members = useQuery(membersQuery(workspace.id));
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
          <div className={table.frame} role="group" aria-label={m.settings_members()} tabIndex={0}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{m.settings_person()}</th>
                  <th scope="col">{m.settings_joined()}</th>
                  <th scope="col">{m.settings_role()}</th>
                  <th scope="col">
                    <span className="visually-hidden">{m.common_more()}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {members.data.map((member) => (
                  <MemberRow key={member.user_id} member={member} workspaceId={workspace.id} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </SettingsPage>
  );
}
