import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { TextField } from "./TextField";

it("is read with its label, hint and error", () => {
  render(<TextField label="E-mail" hint="For signing in" error="Enter an address." value="x" />);
  const input = screen.getByLabelText("E-mail");
  expect(input).toBeInvalid();
  expect(input).toHaveAccessibleDescription("For signing in Enter an address.");
});
