import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { FindingItem } from "./FindingItem";
import { readChecksWith } from "./rule-reader";

const finding = {
  severity: "warning" as const,
  title: "Nothing answers “Delivery cost is shown last” yet.",
  why: "A pain point that nobody answers is only a complaint.",
  ruleId: "LAN003",
};

it("says how bad it is without colour, and why it matters when asked", async () => {
  const user = userEvent.setup();
  render(<FindingItem {...finding} />);
  expect(screen.getByText("Warning")).toBeInTheDocument();
  expect(screen.queryByText(finding.why)).not.toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Why it matters" }));
  expect(screen.getByText(finding.why)).toBeInTheDocument();

  readChecksWith(() => Promise.resolve({ default: ({ ruleId }) => <p>All about {ruleId}</p> }));
  await user.click(screen.getByRole("button", { name: "About this check" }));
  expect(await screen.findByText("All about LAN003")).toBeInTheDocument();
});

it("is dismissed from the keyboard with a reason, and Escape only leaves the question", async () => {
  const onDismiss = vi.fn(() => Promise.resolve());
  const user = userEvent.setup();
  render(<FindingItem {...finding} onDismiss={onDismiss} />);

  await user.click(screen.getByRole("button", { name: "Dismiss this finding" }));
  await user.keyboard("We know{Escape}");
  expect(onDismiss).not.toHaveBeenCalled();

  await user.click(screen.getByRole("button", { name: "Dismiss this finding" }));
  await user.keyboard("We know.{Control>}{Enter}{/Control}");
  expect(onDismiss).toHaveBeenCalledWith("We know.");
});

it("gives the focus back to its actions when the question is left", async () => {
  const user = userEvent.setup();
  render(<FindingItem {...finding} action={<button>Add an idea</button>} onDismiss={() => Promise.resolve()} />);
  await user.click(screen.getByRole("button", { name: "Dismiss this finding" }));
  await user.keyboard("{Escape}");
  expect(screen.getByRole("button", { name: "Add an idea" })).toHaveFocus();
});

it("hands the focus to the next finding when it goes, and at the end to the one before", async () => {
  const list = (titles: string[]) => (
    <ul>
      {titles.map((title) => (
        <FindingItem key={title} {...finding} title={title} onSelect={vi.fn()} onDismiss={() => Promise.resolve()} />
      ))}
    </ul>
  );
  const user = userEvent.setup();
  const { rerender } = render(list(["First", "Second", "Third"]));
  const dismiss = (title: string) =>
    user.click(within(screen.getByRole("listitem", { name: title })).getByRole("button", { name: "Dismiss this finding" }));

  await dismiss("Second");
  rerender(list(["First", "Third"]));
  await waitFor(() => expect(screen.getByRole("button", { name: "Third" })).toHaveFocus());
  await dismiss("Third");
  rerender(list(["First"]));
  await waitFor(() => expect(screen.getByRole("button", { name: "First" })).toHaveFocus());
});

it("tells who dismissed it and takes it out again", async () => {
  const onReopen = vi.fn(() => Promise.resolve());
  const user = userEvent.setup();
  const dismissal = { reason: "The carrier will not change it.", actor_name: "Elena Kovač", created_at: "2026-11-02T10:00:00Z" };
  render(<FindingItem {...finding} action={<button>Add an idea</button>} dismissal={dismissal} onReopen={onReopen} />);

  const item = within(screen.getByRole("listitem", { name: finding.title }));
  expect(item.getByText("Dismissed by Elena Kovač on Nov 2, 2026")).toBeInTheDocument();
  expect(item.getByText(dismissal.reason)).toBeInTheDocument();
  expect(item.queryByRole("button", { name: "Add an idea" })).not.toBeInTheDocument();
  await user.click(item.getByRole("button", { name: "Reopen" }));
  expect(onReopen).toHaveBeenCalledOnce();
});

it("is chosen by pressing its sentence", async () => {
  const onSelect = vi.fn();
  render(<FindingItem {...finding} current onSelect={onSelect} />);
  const title = screen.getByRole("button", { name: finding.title });
  expect(title).toHaveAttribute("aria-current", "true");
  await userEvent.setup().click(title);
  expect(onSelect).toHaveBeenCalledOnce();
});
