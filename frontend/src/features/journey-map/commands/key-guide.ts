import { m } from "@/i18n/generated/messages";
import { MAP_COMMANDS } from "./all";
import type { KeyGuide } from "@/ui/commands/key-guide";
import type { CommandGroup } from "./command";

export const SECTIONS: Record<CommandGroup, () => string> = {
  history: m.map_section_edit,
  cards: m.map_section_cards,
  structure: m.map_section_structure,
  view: m.map_section_view,
  map: m.map_section_map,
  findings: m.findings_title,
};

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

type GridKey = KeyGuide & { readonly edits?: true };

/** The keys of the grid itself, which are nobody's command: see canvas/keys.ts. */
function gridKeys(): GridKey[] {
  const grid = m.map_section_keys_grid();
  const carry = m.map_section_keys_carry();
  const emotion = m.map_section_keys_emotion();
  return [
    { section: grid, label: m.map_keys_move(), keys: ARROWS },
    { section: grid, label: m.map_keys_row_ends(), keys: ["Home", "End"] },
    { section: grid, label: m.map_keys_map_ends(), keys: ["Mod+Home", "Mod+End"] },
    { section: grid, label: m.map_keys_page(), keys: ["PageUp", "PageDown"] },
    { section: grid, label: m.map_keys_enter(), keys: ["Enter"] },
    { section: grid, label: m.map_keys_edit(), keys: ["Enter", "F2"], edits: true },
    { section: grid, label: m.map_keys_inside(), keys: ["ArrowUp", "ArrowDown"] },
    { section: grid, label: m.map_keys_replace(), keys: [m.map_key_letters()], edits: true },
    { section: grid, label: m.map_keys_escape(), keys: ["Escape"] },
    { section: grid, label: m.map_keys_leave(), keys: ["Tab"] },
    { section: grid, label: m.map_keys_extend(), keys: ["Shift+ArrowUp", "Shift+ArrowDown", "Shift+ArrowLeft", "Shift+ArrowRight"] },
    { section: grid, label: m.map_keys_select_all(), keys: ["Mod+A"] },
    { section: grid, label: m.map_keys_copy(), keys: ["Mod+C"] },
    { section: grid, label: m.map_keys_cut(), keys: ["Mod+X"], edits: true },
    { section: grid, label: m.map_keys_paste(), keys: ["Mod+V"], edits: true },
    { section: grid, label: m.map_keys_delete(), keys: ["Delete", "Backspace"], edits: true },
    { section: grid, label: m.map_keys_menu(), keys: ["Shift+F10", "ContextMenu"] },
    { section: carry, label: m.map_keys_pick_up(), keys: ["Space"], edits: true },
    { section: carry, label: m.map_keys_carry(), keys: ARROWS, edits: true },
    { section: carry, label: m.map_keys_drop(), keys: ["Space", "Enter"], edits: true },
    { section: carry, label: m.map_keys_put_back(), keys: ["Escape"], edits: true },
    { section: emotion, label: m.map_keys_emotion_step(), keys: ["ArrowUp", "ArrowDown"], edits: true },
    { section: emotion, label: m.map_keys_emotion_leap(), keys: ["PageUp", "PageDown"], edits: true },
    { section: emotion, label: m.map_keys_emotion_ends(), keys: ["Home", "End"], edits: true },
  ];
}

/** Every key of the map for the shortcuts sheet, also of what cannot be done right now; for viewers those of reading. */
export function mapKeyGuide(canEdit: boolean): KeyGuide[] {
  const commands = MAP_COMMANDS.flatMap(({ group, label, shortcut, reads }): GridKey[] =>
    shortcut === undefined ? [] : [{ section: SECTIONS[group](), label: label(), keys: [shortcut], ...(!reads && { edits: true }) }],
  );
  return [...gridKeys(), ...commands].filter(({ edits }) => canEdit || !edits);
}
