import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { OwnWorkspace } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { useCommands } from "@/ui/commands/store";
import type { Command } from "@/ui/commands/store";
import { useTheme } from "@/ui/theme";
import { places, settingsPlace } from "./navigation";
import { useShellStore } from "./store";

/** The commands that are on offer everywhere. */
export function useShellCommands(workspace: OwnWorkspace | undefined): void {
  const navigate = useNavigate();
  const slug = workspace?.slug;

  const commands = useMemo<Command[]>(() => {
    const { open } = useShellStore.getState();
    const { choose } = useTheme.getState();
    const general = m.shell_section_general();
    const goTo = slug
      ? [...places, settingsPlace].map(
          ({ id, to, label, shortcut }): Command => ({
            id: `go-${id}`,
            label: m.shell_go_to({ place: label() }),
            section: m.shell_section_go_to(),
            shortcut,
            run: () => void navigate({ to, params: { slug } }),
          }),
        )
      : [];
    return [
      ...goTo,
      {
        id: "palette",
        label: m.shell_open_palette(),
        section: general,
        shortcut: "Mod+K",
        run: () => open("palette"),
      },
      {
        id: "shortcuts",
        label: m.shell_shortcuts(),
        section: general,
        shortcut: "?",
        run: () => open("shortcuts"),
      },
      { id: "theme-light", label: m.shell_use_theme_light(), section: general, run: () => choose("light") },
      { id: "theme-dark", label: m.shell_use_theme_dark(), section: general, run: () => choose("dark") },
      { id: "theme-system", label: m.shell_use_theme_system(), section: general, run: () => choose("system") },
    ];
  }, [navigate, slug]);

  useCommands(commands);
}
