import { m } from "@/i18n/generated/messages";
import { canEdit } from "./command";
import type { MapCommand } from "./command";

/** Stands alone because the tools at the bottom are drawn before anything that changes cards is fetched. */
export const addCardCommand: MapCommand = {
  id: "map.card.add",
  group: "cards",
  label: m.map_cmd_add_card,
  shortcut: "Shift+Enter",
  when: canEdit,
  run: (editor) => void import("./cards").then(({ addCardSomewhere }) => addCardSomewhere(editor)),
};
