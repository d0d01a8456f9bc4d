import { useId, useState } from "react";
import type { Channel } from "@/api/channels";
import { fieldProblem, formProblem } from "@/api/problem-text";
import { useTouchpointChanges } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { ChannelPicker } from "./ChannelPicker";
import { isKey, keyFromName } from "./grouping";

type Props = { channels: readonly Channel[]; onMade: (id: string) => void; onClose: () => void };

export function NewTouchpointDialog({ channels, onMade, onClose }: Props) {
  const form = useId();
  const workspace = useWorkspace();
  const { create } = useTouchpointChanges(workspace.id);
  const [name, setName] = useState("");
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [channelId, setChannelId] = useState<string | null>(null);
  const [description, setDescription] = useState("");

  const key = ownKey ?? keyFromName(name);
  const keyProblem = key !== "" && !isKey(key) ? m.touchpoints_key_invalid() : fieldProblem(create.error, "/key");
  const complete = name.trim() !== "" && (key === "" || isKey(key));

  const submit = () => {
    if (!complete) return;
    create.mutate(
      { name: name.trim(), description: description.trim(), channel_id: channelId, ...(key !== "" && { key }) },
      { onSuccess: ({ id }) => onMade(id) },
    );
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={m.touchpoints_new()}
      description={m.touchpoints_new_hint()}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="primary" type="submit" form={form} busy={create.isPending} disabled={!complete}>
            {m.common_create()}
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
          placeholder={m.touchpoints_name_example()}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={fieldProblem(create.error, "/name") ?? formProblem(create.error, ["/name", "/key"])}
        />
        <Field label={m.touchpoints_channel()}>
          {({ id }) => <ChannelPicker id={id} label={m.touchpoints_channel()} channels={channels} value={channelId} onChange={setChannelId} />}
        </Field>
        <TextField
          label={m.touchpoints_key()}
          hint={m.touchpoints_key_field_hint()}
          value={key}
          onChange={setOwnKey}
          maxLength={60}
          spellCheck={false}
          error={keyProblem}
        />
        <TextArea label={m.touchpoints_description()} value={description} onChange={setDescription} maxLength={4000} />
      </form>
    </Dialog>
  );
}
