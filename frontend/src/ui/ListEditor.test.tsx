import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { ListEditor } from "./ListEditor";

function Goals({ onChange }: { onChange: (items: string[]) => void }) {
  const [items, setItems] = useState(["Sleep"]);
  return (
    <ListEditor
      label="Goals"
      addLabel="Add goal"
      items={items}
      onChange={(next) => {
        setItems(next);
        onChange(next);
      }}
    />
  );
}

it("is written line by line from the keyboard, and nobody hears of empty lines", async () => {
  const onChange = vi.fn();
  const user = userEvent.setup();
  render(<Goals onChange={onChange} />);

  await user.click(screen.getByLabelText("Goals 1"));
  await user.keyboard("{Enter}");
  expect(screen.getByLabelText("Goals 2")).toHaveFocus();
  expect(onChange).toHaveBeenLastCalledWith(["Sleep"]);

  await user.keyboard("Eat ");
  expect(onChange).toHaveBeenLastCalledWith(["Sleep", "Eat"]);
  expect(screen.getByLabelText("Goals 2")).toHaveValue("Eat ");

  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(onChange).toHaveBeenLastCalledWith(["Eat", "Sleep"]);
  expect(screen.getByLabelText("Goals 1")).toHaveFocus();

  await user.keyboard("{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}");
  expect(onChange).toHaveBeenLastCalledWith(["Sleep"]);
});
