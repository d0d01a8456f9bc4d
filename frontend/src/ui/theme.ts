import { create } from "zustand";

export type ThemeChoice = "light" | "dark" | "system";

const storageKey = "waymark.theme";
const prefersDark = () => window.matchMedia("(prefers-color-scheme: dark)");

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function apply(choice: ThemeChoice): void {
  const dark = choice === "dark" || (choice === "system" && prefersDark().matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

type ThemeState = { choice: ThemeChoice; choose: (choice: ThemeChoice) => void };

/** The person's choice of theme. The first paint is themed by public/theme.js, which reads the same key. */
export const useTheme = create<ThemeState>((set) => ({
  choice: readChoice(),
  choose: (choice) => {
    if (choice === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
    apply(choice);
    set({ choice });
  },
}));

/** Keeps "system" in step with the operating system while the app is open, and prints on white; returns how to stop. */
export function followSystemTheme(): () => void {
  const query = prefersDark();
  const asChosen = () => apply(useTheme.getState().choice);
  const asPaper = () => apply("light");
  query.addEventListener("change", asChosen);
  window.addEventListener("beforeprint", asPaper);
  window.addEventListener("afterprint", asChosen);
  return () => {
    query.removeEventListener("change", asChosen);
    window.removeEventListener("beforeprint", asPaper);
    window.removeEventListener("afterprint", asChosen);
  };
}
