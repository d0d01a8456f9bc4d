import { useId, useState } from "react";
import { channelGroupLabel } from "@/api/channel-labels";
import { channelGroups, useChannelChanges } from "@/api/channels";
import type { Channel, ChannelGroup } from "@/api/channels";
import { fieldProblem, formProblem } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { iconNames, NamedIcon } from "@/ui/icons/NamedIcon";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import styles from "./TouchpointsScreen.module.css";

type Draft = { name: string; group: ChannelGroup; icon: string };

type Props = { channel: Channel | null; onMade: (id: string) => void; onClose: () => void };

/** Adds a channel, or edits one. */
export function ChannelDialog({ channel, onMade, onClose }: Props) {
  const form = useId();
  const icons = useId();
  const workspace = useWorkspace();
  const { create, update } = useChannelChanges(workspace.id);
  const [draft, setDraft] = useState<Draft>({
    name: channel?.name ?? "",
    group: channel?.group ?? "website",
    icon: channel?.icon ?? "globe",
  });
  const { error } = channel ? update : create;
  const name = draft.name.trim();

  const submit = () => {
    if (name === "") return;
    const fields = { ...draft, name };
    if (channel) update.mutate({ channel, set: fields }, { onSuccess: onClose });
    else create.mutate(fields, { onSuccess: ({ id }) => onMade(id) });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      width={400}
      title={channel ? m.touchpoints_edit_channel() : m.touchpoints_new_channel()}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="primary" type="submit" form={form} busy={create.isPending || update.isPending} disabled={name === ""}>
            {channel ? m.common_save() : m.common_create()}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        style={{ display: "grid", gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={m.touchpoints_name()}
          placeholder={m.touchpoints_channel_example()}
          value={draft.name}
          onChange={(value) => setDraft({ ...draft, name: value })}
          maxLength={200}
          autoFocus
          error={fieldProblem(error, "/name") ?? formProblem(error, ["/name"])}
        />
        <Select
          label={m.touchpoints_group()}
          value={draft.group}
          onChange={(group) => setDraft({ ...draft, group })}
          options={channelGroups.map((group) => ({ value: group, label: channelGroupLabel(group) }))}
        />
        <div>
          <p id={icons} className={styles.hint}>
            {m.touchpoints_icon()}
          </p>
          <div className={styles.icons} role="group" aria-labelledby={icons}>
            {iconNames.map((icon) => (
              <button
                key={icon}
                type="button"
                aria-label={icon.replaceAll("-", " ")}
                aria-pressed={draft.icon === icon}
                onClick={() => setDraft({ ...draft, icon })}
              >
                <NamedIcon name={icon} size={16} strokeWidth={1.75} />
              </button>
            ))}
          </div>
        </div>
      </form>
    </Dialog>
  );
}
