import { useQuery } from "@tanstack/react-query";
import { channelsQuery } from "@/api/channels";
import { problemText } from "@/api/problem-text";
import { useTouchpointChanges } from "@/api/touchpoints";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { NamedIcon } from "@/ui/icons/NamedIcon";
import { Select } from "@/ui/Select";
import { toast } from "@/ui/toast/store";
import { removePlacement, setPlacement } from "../../commands/touchpoints";
import { useEditor, useSnapshot } from "../../context";
import { formatScore } from "../format";
import { ChoiceRow } from "./ChoiceRow";
import { MeasuredHere } from "./MeasuredHere";
import styles from "./panel.module.css";
import type { Touchpoint } from "@/api/touchpoints";
import type { Id } from "../../model/document";

const SCORES = [-2, -1, 0, 1, 2].map((value) => ({ value, label: formatScore(value) }));

/** A touchpoint at a step: what it means here, and the channel it belongs to everywhere. */
export default function PlacementPanel({ id }: { id: Id }) {
  const editor = useEditor();
  const placement = useSnapshot((state) => state.structure.doc.items.placement.get(id));
  const touchpoint = useSnapshot((state) => state.catalogue.touchpoints.get(placement?.touchpoint_id ?? ""));
  const step = useSnapshot((state) => state.structure.doc.items.step.get(placement?.step_id ?? "")?.title ?? "");
  if (placement === undefined) return null;
  const levels = [
    { value: 1, label: m.map_importance_low() },
    { value: 2, label: m.map_importance_medium() },
    { value: 3, label: m.map_importance_high() },
  ];
  return (
    <>
      <div>
        <p className={styles.name}>{touchpoint?.name ?? m.map_touchpoint_unknown()}</p>
        <p className={styles.where}>{step}</p>
      </div>
      {touchpoint !== undefined && touchpoint.description !== "" && <p>{touchpoint.description}</p>}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={placement.moment_of_truth}
          disabled={!editor.canEdit}
          onChange={(event) => setPlacement(editor, id, { moment_of_truth: event.target.checked })}
        />
        <span>
          {m.map_moment_of_truth()}
          <small>{m.map_moment_of_truth_is()}</small>
        </span>
      </label>
      <ChoiceRow
        label={m.map_field_importance()}
        value={placement.importance}
        options={levels}
        onChange={(importance) => setPlacement(editor, id, { importance })}
      />
      <ChoiceRow
        label={m.map_field_expected()}
        value={placement.expected_satisfaction}
        options={SCORES}
        onChange={(expected_satisfaction) => setPlacement(editor, id, { expected_satisfaction })}
      />
      <MeasuredHere placementId={id} />
      {touchpoint !== undefined && editor.canEdit && <ChannelChoice touchpoint={touchpoint} />}
      {editor.canEdit && (
        <Button className={styles.remove} onClick={() => removePlacement(editor, placement)}>
          {m.map_cmd_remove_touchpoint()}
        </Button>
      )}
    </>
  );
}

function ChannelChoice({ touchpoint }: { touchpoint: Touchpoint }) {
  const { workspaceId } = useEditor().structure.doc;
  const { data: channels = [] } = useQuery(channelsQuery(workspaceId));
  const { update } = useTouchpointChanges(workspaceId);
  const options = [
    { value: "", label: m.map_channel_none() },
    ...channels.map((channel) => ({
      value: channel.id,
      label: channel.name,
      icon: <NamedIcon name={channel.icon} size={14} />,
    })),
  ];
  const choose = (id: string) =>
    update.mutate(
      { touchpoint, set: { channel_id: id === "" ? null : id } },
      { onError: (error) => toast({ message: problemText(error), tone: "negative" }) },
    );
  return (
    <div className={styles.field}>
      <Select label={m.map_field_channel()} options={options} value={touchpoint.channel_id ?? ""} onChange={choose} />
      <p className={styles.hint}>{m.map_field_channel_hint()}</p>
    </div>
  );
}
