import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { clsx } from "clsx";
import { invitationsQuery, useInvitationChanges } from "@/api/invitations";
import { fieldProblem, formProblem } from "@/api/problem-text";
import type { Role } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { CopyField } from "@/ui/CopyField";
import { IconButton } from "@/ui/IconButton";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import { Select } from "@/ui/Select";
import table from "@/ui/Table.module.css";
import { TextField } from "@/ui/TextField";
import { roleLabel, roleOptions } from "./roles";
import styles from "./SettingsPage.module.css";

/** Invites by a link that is handed over by whoever makes it; no e-mail is sent. */
export function InvitationsPanel({ workspaceId }: { workspaceId: string }) {
  const { invite } = useInvitationChanges(workspaceId);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const made = invite.data;

  return (
    <Panel title={m.settings_invite()} description={m.settings_invite_hint()}>
      <form
        className={styles.row}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ email: email.trim(), role }, { onSuccess: () => setEmail("") });
        }}
      >
        <TextField
          label={m.session_email()}
          type="email"
          value={email}
          onChange={setEmail}
          placeholder={m.settings_email_example()}
          error={fieldProblem(invite.error, "/email") ?? formProblem(invite.error, ["/email"])}
        />
        <Select label={m.settings_role()} className={styles.role} value={role} onChange={setRole} options={roleOptions} />
        <Button look="primary" type="submit" busy={invite.isPending} disabled={email.trim() === ""} style={{ height: 32 }}>
          {m.settings_make_link()}
        </Button>
      </form>
      {made && (
        <div className={styles.fresh} role="status">
          <CopyField
            label={m.settings_link_for({ email: made.email })}
            value={made.url}
            copyLabel={m.settings_copy_link()}
            hint={m.settings_link_hint()}
          />
        </div>
      )}
      <PendingInvitations workspaceId={workspaceId} />
    </Panel>
  );
}

function PendingInvitations({ workspaceId }: { workspaceId: string }) {
  const { data: invitations = [] } = useQuery(invitationsQuery(workspaceId));
  const { revoke } = useInvitationChanges(workspaceId);
  const list = useGrowing(invitations.length);
  if (invitations.length === 0) return null;
  return (
    <LongList {...list}>
      <RecordTable
        label={m.settings_pending()}
        columns={[
          { title: m.settings_pending() },
          { title: m.settings_role() },
          { title: m.settings_expires(), wide: true },
          { title: m.common_more(), silent: true },
        ]}
      >
        <tbody>
          {invitations.slice(0, list.shown).map((invitation) => (
            <tr key={invitation.id}>
              <th scope="row">
                <span className={styles.person}>{invitation.email}</span>
              </th>
              <td>
                <Badge>{roleLabel(invitation.role)}</Badge>
              </td>
              <td className={clsx(table.quiet, table.wide)}>
                <Ago at={invitation.expires_at} />
              </td>
              <td className={table.actions}>
                <IconButton
                  label={m.settings_revoke_invitation({ email: invitation.email })}
                  onClick={() => revoke.mutate(invitation)}
                >
                  <X size={15} aria-hidden />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </RecordTable>
    </LongList>
  );
}
