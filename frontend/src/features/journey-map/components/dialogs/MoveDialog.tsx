import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Select } from "@/ui/Select";
import { useEditor, useSnapshot } from "../../context";
import { holdsCards, inReadingOrder, moveCards } from "../../model/card-edits";
import { cardsIn } from "../../model/structure";
import styles from "./dialog.module.css";
import type { Id } from "../../model/document";

/** Moves cards without dragging: to a lane, a step and a place among the cards there. */
export default function MoveDialog({ cardIds, onClose }: { cardIds: ReadonlySet<Id>; onClose: () => void }) {
  const editor = useEditor();
  const structure = useSnapshot((state) => state.structure);
  const [first] = inReadingOrder(structure, cardIds);
  const [laneId, setLane] = useState(first?.lane_id ?? "");
  const [stepId, setStep] = useState(first?.step_id ?? "");
  const [position, setPosition] = useState("end");
  const others = cardsIn(structure, laneId, stepId).filter((card) => !cardIds.has(card.id));
  const index = position === "end" ? others.length : Math.min(others.length, Number(position));
  const lanes = structure.lanes
    .filter((lane) => holdsCards(lane.kind))
    .map((lane) => ({ value: lane.id, label: lane.title }));
  const steps = structure.steps.map((step, at) => ({
    value: step.id,
    label: m.map_step_numbered({ number: at + 1, title: step.title }),
  }));
  const positions = [
    ...others.map((card, at) => ({ value: String(at), label: m.map_move_before({ card: card.text }) })),
    { value: "end", label: m.map_move_end() },
  ];
  const move = () => {
    editor.edit(moveCards(structure, cardIds, { laneId, stepId, index }));
    onClose();
    if (first !== undefined) editor.focusCard(first.id);
    editor.select(cardIds);
    editor.announce(m.map_said_dragged());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.map_move_title({ count: cardIds.size })}
      width={400}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="primary" onClick={move}>
            {m.map_move()}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Select label={m.map_move_lane()} options={lanes} value={laneId} onChange={setLane} />
        <Select label={m.map_move_step()} options={steps} value={stepId} onChange={setStep} />
        <Select label={m.map_move_position()} options={positions} value={position} onChange={setPosition} />
      </div>
    </Dialog>
  );
}
