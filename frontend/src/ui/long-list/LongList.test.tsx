import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LongList } from "./LongList";
import { useGrowing } from "./useGrowing";

/** Stands in for the browser's observer: tells those who watch an element that it came into sight. */
let watching: IntersectionObserverCallback[] = [];

class Observer implements Pick<IntersectionObserver, "observe" | "disconnect"> {
  constructor(private readonly tell: IntersectionObserverCallback) {}
  observe(): void {
    watching.push(this.tell);
  }
  disconnect(): void {
    watching = watching.filter((each) => each !== this.tell);
  }
}

const scrollToEnd = () =>
  act(() => {
    for (const tell of watching) tell([{ isIntersecting: true } as IntersectionObserverEntry], {} as IntersectionObserver);
  });

beforeEach(() => {
  watching = [];
  vi.stubGlobal("IntersectionObserver", Observer);
});
afterEach(() => vi.unstubAllGlobals());

const names = Array.from({ length: 100 }, (_, index) => `Entry ${index + 1}`);

function Names({ all = names, endless = false }: { all?: readonly string[]; endless?: boolean }) {
  const [wanted, setWanted] = useState("");
  const found = all.filter((name) => name.includes(wanted));
  const list = useGrowing(found.length, { of: wanted });
  return (
    <>
      <input aria-label="Find" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      <LongList {...list} endless={endless}>
        <ul>
          {found.slice(0, list.shown).map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{name}</a>
            </li>
          ))}
        </ul>
      </LongList>
    </>
  );
}

const drawn = () => screen.getAllByRole("listitem").length;

describe("a long list", () => {
  it("draws the first entries, says how many there are, and draws more on demand", async () => {
    const user = userEvent.setup();
    render(<Names />);
    expect(drawn()).toBe(40);
    expect(screen.getByText("40 of 100")).toBeInTheDocument();

    await user.click(screen.getByRole("button", { name: "Show more" }));
    expect(drawn()).toBe(80);
    await user.click(screen.getByRole("button", { name: "Show more" }));
    expect(drawn()).toBe(100);
    expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
  });

  it("hands the focus to the first new entry, for the button has moved away", async () => {
    const user = userEvent.setup();
    render(<Names />);
    screen.getByRole("button", { name: "Show more" }).focus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("link", { name: "Entry 41" })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole("link", { name: "Entry 42" })).toHaveFocus();
  });

  it("grows when its end comes near, as often as it does, and leaves the focus alone", () => {
    render(<Names endless />);
    const before = screen.getByRole("link", { name: "Entry 3" });
    before.focus();
    scrollToEnd();
    expect(drawn()).toBe(80);
    scrollToEnd();
    expect(drawn()).toBe(100);
    expect(before).toHaveFocus();
    expect(watching).toEqual([]);
  });

  it("does not grow of itself where something stands below it", () => {
    render(<Names />);
    scrollToEnd();
    expect(drawn()).toBe(40);
  });

  it("begins again with what is searched for, and keeps its length when an entry changes", async () => {
    const user = userEvent.setup();
    const { rerender } = render(<Names endless />);
    scrollToEnd();
    rerender(<Names endless all={names.map((name) => `${name}!`)} />);
    expect(drawn()).toBe(80);
    await user.type(screen.getByLabelText("Find"), "Entry");
    expect(drawn()).toBe(40);
  });

  it("has neither a button nor a count when everything is drawn", () => {
    render(<Names all={names.slice(0, 40)} endless />);
    expect(drawn()).toBe(40);
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
    expect(screen.queryByText(/ of /)).not.toBeInTheDocument();
  });
});

describe("a list that is read page by page", () => {
  const page = (props: Partial<Parameters<typeof LongList>[0]>) => (
    <LongList hasMore onMore={() => undefined} endless {...props}>
      <ol>
        <li>One</li>
      </ol>
    </LongList>
  );

  it("does not ask again while more is on its way", () => {
    const onMore = vi.fn();
    const { rerender } = render(page({ onMore }));
    scrollToEnd();
    rerender(page({ onMore, busy: true }));
    scrollToEnd();
    expect(onMore).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("button", { name: "Show more" })).toHaveAttribute("aria-busy", "true");
  });

  it("says why there is no more, and asks again only when told to", async () => {
    const user = userEvent.setup();
    const onMore = vi.fn();
    render(page({ onMore, problem: "The server cannot be reached." }));
    scrollToEnd();
    expect(onMore).not.toHaveBeenCalled();
    expect(screen.getByRole("alert")).toHaveTextContent("The server cannot be reached.");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(onMore).toHaveBeenCalledTimes(1);
  });
});
