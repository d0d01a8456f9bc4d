import { m } from "@/i18n/generated/messages";
import { Panel } from "@/ui/Panel";
import { SegmentedControl } from "@/ui/SegmentedControl";
import { useTheme } from "@/ui/theme";
import type { ThemeChoice } from "@/ui/theme";

/** How the app looks on this machine. */
export function ThemePanel() {
  const { choice, choose } = useTheme();
  return (
    <Panel title={m.shell_theme()} description={m.settings_theme_hint()}>
      <SegmentedControl<ThemeChoice>
        label={m.shell_theme()}
        value={choice}
        onChange={choose}
        options={[
          { value: "light", label: m.shell_theme_light() },
          { value: "dark", label: m.shell_theme_dark() },
          { value: "system", label: m.shell_theme_system() },
        ]}
      />
    </Panel>
  );
}
