import { m } from "@/i18n/generated/messages";
import { newEmotion } from "../model/create";
import { clampScore } from "../model/curve";
import { startEditing } from "./editing";
import type { Editor } from "../editor";
import type { Emotion, Id } from "../model/document";

/** Draws the chosen persona's emotion at a step, at neutral. */
export function addEmotion(editor: Editor, stepId: Id): void {
  const { personaId, active } = editor.ui.getState();
  if (!editor.canEdit || editor.structure.emotions.get(personaId)?.has(stepId)) return;
  const emotion = newEmotion(stepId, personaId, 0);
  editor.edit([{ op: "emotion.add", item: emotion }]);
  const lane = editor.structure.lanes.find((one) => one.kind === "emotions");
  editor.focus(lane?.id ?? active.row, stepId, emotion.id);
}

export function setScore(editor: Editor, emotion: Emotion, score: number, gesture: string | null = null): void {
  const next = clampScore(score);
  if (next !== emotion.score) editor.edit([{ op: "emotion.set", id: emotion.id, set: { score: next } }], gesture);
}

export function removeEmotion(editor: Editor, id: Id): void {
  editor.edit([{ op: "emotion.remove", id }]);
  editor.ui.setState((state) => ({ item: null, focusTick: state.focusTick + 1 }));
  editor.announce(m.map_said_emotion_removed());
}

const STEPS: Readonly<Record<string, (score: number) => number>> = {
  ArrowUp: (score) => score + 0.1,
  ArrowDown: (score) => score - 0.1,
  PageUp: (score) => score + 0.5,
  PageDown: (score) => score - 0.5,
  Home: () => -2,
  End: () => 2,
};

/** Keys of a focused face. Pressing on is one gesture until the focus moves. */
export function emotionKey(editor: Editor, emotion: Emotion, key: string): boolean {
  const step = STEPS[key];
  if (step !== undefined) {
    if (editor.canEdit) setScore(editor, emotion, step(emotion.score), `score:${emotion.id}`);
    return true;
  }
  if (key === "Enter" || key === "F2") {
    startEditing(editor, "emotion", emotion.id);
    return true;
  }
  if ((key === "Delete" || key === "Backspace") && editor.canEdit) {
    removeEmotion(editor, emotion.id);
    return true;
  }
  return false;
}
