import { UserRoundMinus } from "lucide-react";
import { useState } from "react";
import { clsx } from "clsx";
import { useMemberChanges } from "@/api/members";
import type { Member } from "@/api/members";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Avatar } from "@/ui/Avatar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { formatDay } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import table from "@/ui/Table.module.css";
import { toast } from "@/ui/toast/store";
import { roleLabel, roleOptions } from "./roles";
import styles from "./SettingsPage.module.css";

export function MemberRow({ member, workspaceId }: { member: Member; workspaceId: string }) {
  const { setRole, remove } = useMemberChanges(workspaceId);
  const [asking, setAsking] = useState(false);
  const complain = (error: Error) => toast({ message: problemText(error), tone: "negative" });

  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <span aria-hidden="true">
            <Avatar name={member.name} size={32} />
          </span>
          <span>
            <b>{member.name}</b>
            <small>{member.email ?? m.settings_no_email()}</small>
          </span>
        </span>
      </th>
      <td className={clsx(table.quiet, table.wide)}>
        <time dateTime={member.created_at}>{formatDay(member.created_at)}</time>
      </td>
      <td>
        {member.abilities.edit ? (
          <Select
            label={m.settings_role_of({ name: member.name })}
            hideLabel
            className={styles.role}
            value={member.role}
            options={roleOptions}
            onChange={(role) => setRole.mutate({ member, role }, { onError: complain })}
          />
        ) : (
          roleLabel(member.role)
        )}
      </td>
      <td className={table.actions}>
        {member.abilities.delete && (
          <IconButton label={m.settings_remove_member({ name: member.name })} onClick={() => setAsking(true)}>
            <UserRoundMinus size={15} aria-hidden />
          </IconButton>
        )}
        <ConfirmDialog
          open={asking}
          title={m.settings_remove_member_title({ name: member.name })}
          description={m.settings_remove_member_hint()}
          confirmLabel={m.common_remove()}
          busy={remove.isPending}
          onCancel={() => setAsking(false)}
          onConfirm={() => remove.mutate(member, { onError: complain, onSettled: () => setAsking(false) })}
        />
      </td>
    </tr>
  );
}
