import { useEffect } from "react";
import { isTyping, matches } from "./shortcut";
import { allCommands, useCommandStore } from "./store";

const sequenceTimeoutMs = 900;

/** Runs the commands on offer when their shortcut is pressed. Mounted once, by the shell. */
export function useShortcuts(): void {
  useEffect(() => {
    let pressed: KeyboardEvent[] = [];
    let last = 0;

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const writing = isTyping(event.target) && !(event.ctrlKey || event.metaKey);
      if (document.querySelector("[aria-modal=true], dialog[open]")) return;
      if (writing) pressed = [event];
      else pressed = event.timeStamp - last > sequenceTimeoutMs ? [event] : [...pressed.slice(-1), event];
      last = event.timeStamp;
      const command = allCommands(useCommandStore.getState().groups).find(
        ({ shortcut, everywhere }) => shortcut && (!writing || everywhere) && endsWith(pressed, shortcut.split(" ")),
      );
      if (!command) return;
      event.preventDefault();
      pressed = [];
      command.run();
    };

    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function endsWith(pressed: KeyboardEvent[], steps: string[]): boolean {
  const tail = pressed.slice(-steps.length);
  return tail.length === steps.length && tail.every((event, index) => matches(event, steps[index] ?? ""));
}
