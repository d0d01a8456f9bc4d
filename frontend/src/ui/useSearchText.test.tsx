import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useSearchText } from "./useSearchText";

beforeEach(() => {
  vi.useFakeTimers();
  onSearch.mockClear();
});
afterEach(() => vi.useRealTimers());

const onSearch = vi.fn<(text: string) => void>();
const box = () => {
  const hook = renderHook(({ sought }) => useSearchText(sought, onSearch), { initialProps: { sought: "" } });
  const type = (text: string) =>
    act(() => {
      hook.result.current[1](text);
    });
  return { ...hook, type };
};
const wait = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

it("asks once, a pause after the last key", () => {
  const { type } = box();
  for (const text of ["s", "so", "sof", "sofa "]) type(text);
  wait(299);
  expect(onSearch).not.toHaveBeenCalled();
  wait(1);
  expect(onSearch.mock.calls).toEqual([["sofa"]]);
});

it("keeps what is typed while the answer to the text before arrives", () => {
  const { result, rerender, type } = box();
  type("so");
  wait(300);
  type("sofa");
  rerender({ sought: "so" });
  expect(result.current[0]).toBe("sofa");
});

it("is emptied when the search is ended elsewhere, and does not ask for it again", () => {
  const { result, rerender, type } = box();
  type("sofa");
  wait(300);
  rerender({ sought: "sofa" });
  onSearch.mockClear();

  rerender({ sought: "" });
  expect(result.current[0]).toBe("");
  wait(1000);
  expect(onSearch).not.toHaveBeenCalled();
});
