import { clsx } from "clsx";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { problemText } from "@/api/problem-text";
import { useTouchpointChanges } from "@/api/touchpoints";
import { m } from "@/i18n/generated/messages";
import { Dialog } from "@/ui/Dialog";
import { NamedIcon } from "@/ui/icons/NamedIcon";
import { toast } from "@/ui/toast/store";
import { placeTouchpoint } from "../../commands/touchpoints";
import { useEditor, useSnapshot } from "../../context";
import styles from "./dialog.module.css";
import type { Id } from "../../model/document";

type Props = { stepId: Id; typed: string; onClose: () => void };

const CREATE = "create";

function fold(text: string): string {
  return text.trim().toLocaleLowerCase();
}

/** Finds a touchpoint of the catalogue by typing, or makes a new one of what was typed. */
export default function TouchpointDialog({ stepId, typed, onClose }: Props) {
  const editor = useEditor();
  const { workspaceId } = editor.structure.doc;
  const touchpoints = useSnapshot((state) => state.catalogue.touchpoints);
  const channels = useSnapshot((state) => state.catalogue.channels);
  const here = useSnapshot((state) => state.structure.placements.get(stepId));
  const step = useSnapshot((state) => state.structure.doc.items.step.get(stepId)?.title ?? "");
  const { create } = useTouchpointChanges(workspaceId);
  const [text, setText] = useState(typed);
  const placed = new Set((here ?? []).map((one) => one.touchpoint_id));
  const found = [...touchpoints.values()].filter((one) => !placed.has(one.id) && fold(one.name).includes(fold(text)));
  const exists = [...touchpoints.values()].some((one) => fold(one.name) === fold(text));
  const rows = [
    ...found.map((one) => {
      const channel = channels.get(one.channel_id ?? "");
      return { id: one.id, name: one.name, channel: channel?.name ?? "", icon: channel?.icon ?? "" };
    }),
    ...(text.trim() !== "" && !exists
      ? [{ id: CREATE, name: m.map_touchpoint_create({ name: text.trim() }), channel: "", icon: "" }]
      : []),
  ];
  const place = (id: Id) => {
    onClose();
    placeTouchpoint(editor, stepId, id);
  };
  const choose = (id: string) => {
    if (id !== CREATE) {
      place(id);
      return;
    }
    create.mutate(
      { name: text.trim() },
      {
        onSuccess: (touchpoint) => place(touchpoint.id),
        onError: (error) => toast({ message: problemText(error), tone: "negative" }),
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={m.map_touchpoint_dialog({ step })} width={480}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={m.map_touchpoint_search()} autoFocus className={clsx(styles.search)}>
          <Input placeholder={m.map_touchpoint_search()} />
        </SearchField>
        <ListBox
          aria-label={m.map_touchpoints()}
          items={rows}
          dependencies={[create.isPending]}
          className={clsx(styles.list)}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => <p className={styles.empty}>{m.map_touchpoint_empty()}</p>}
        >
          {(row) => (
            <ListBoxItem id={row.id} textValue={row.name} className={clsx(styles.option)} isDisabled={create.isPending}>
              {row.id === CREATE ? <Plus size={15} aria-hidden /> : <NamedIcon name={row.icon} size={15} />}
              <span>{row.name}</span>
              {row.channel !== "" && <small>{row.channel}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
