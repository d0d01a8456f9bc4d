import { cardCommands } from "./cards";
import { findingCommands } from "./findings";
import { historyCommands } from "./history";
import { structureCommands } from "./structure";
import { viewCommands } from "./view";
import type { MapCommand } from "./command";

export const MAP_COMMANDS: readonly MapCommand[] = [
  ...historyCommands,
  ...cardCommands,
  ...structureCommands,
  ...viewCommands,
  ...findingCommands,
];

export function commandById(id: string): MapCommand {
  const command = MAP_COMMANDS.find((one) => one.id === id);
  if (command === undefined) throw new Error(`there is no command ${id}`);
  return command;
}
