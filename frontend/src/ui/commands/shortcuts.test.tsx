import { fireEvent, render, screen } from "@testing-library/react";
import { useMemo } from "react";
import { expect, it, vi } from "vitest";
import { useCommands } from "./store";
import { keyLabels } from "./shortcut";
import { useShortcuts } from "./useShortcuts";

type Runs = Record<"onSave" | "onHelp" | "onGo" | "onNext", () => void>;

function Place({ onSave, onHelp, onGo, onNext }: Runs) {
  useShortcuts();
  useCommands(
    useMemo(
      () => [
        { id: "save", label: "Save", section: "S", shortcut: "Mod+K", run: onSave },
        { id: "help", label: "Help", section: "S", shortcut: "?", run: onHelp },
        { id: "go", label: "Go", section: "S", shortcut: "g p", run: onGo },
        { id: "next", label: "Next", section: "S", shortcut: "F8", everywhere: true, run: onNext },
      ],
      [onSave, onHelp, onGo, onNext],
    ),
  );
  return <input aria-label="text" />;
}

it("runs commands by character, by sequence and with a modifier, and only what writes nothing while somebody writes", () => {
  const [onSave, onHelp, onGo, onNext] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  render(<Place {...{ onSave, onHelp, onGo, onNext }} />);

  fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
  fireEvent.keyDown(document.body, { key: "g" });
  fireEvent.keyDown(document.body, { key: "p" });
  expect(onHelp).toHaveBeenCalledTimes(1);
  expect(onGo).toHaveBeenCalledTimes(1);

  fireEvent.keyDown(screen.getByLabelText("text"), { key: "?" });
  expect(onHelp).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(screen.getByLabelText("text"), { key: "k", ctrlKey: true });
  expect(onSave).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(screen.getByLabelText("text"), { key: "F8" });
  expect(onNext).toHaveBeenCalledTimes(1);
});

it("draws a shortcut in the keys that are on the keyboard", () => {
  expect(keyLabels("Mod+Shift+Z")).toEqual(["Ctrl", "Shift", "Z"]);
  expect(keyLabels("!")).toEqual(["Shift", "1"]);
  expect(keyLabels("Mod++")).toEqual(["Ctrl", "+"]);
});
