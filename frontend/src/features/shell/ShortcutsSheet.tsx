import { m } from "@/i18n/generated/messages";
import { allCommands, useCommandStore } from "@/ui/commands/store";
import { Dialog } from "@/ui/Dialog";
import { Kbd } from "@/ui/Kbd";
import styles from "./ShortcutsSheet.module.css";
import { useShellStore } from "./store";

/** Every command on offer that has a shortcut. */
export default function ShortcutsSheet() {
  const close = useShellStore((state) => state.close);
  const groups = useCommandStore((state) => state.groups);
  const withShortcut = allCommands(groups).filter((command) => command.shortcut);
  const sections = [...new Set(withShortcut.map((command) => command.section))];

  return (
    <Dialog open onClose={close} title={m.shell_shortcuts()} width={640}>
      <div className={styles.sheet}>
        {sections.map((section) => (
          <section key={section}>
            <h3 className={styles.section}>{section}</h3>
            <dl>
              {withShortcut
                .filter((command) => command.section === section)
                .map(({ id, label, shortcut }) => (
                  <div key={id} className={styles.row}>
                    <dt>{label}</dt>
                    <dd>
                      <Kbd keys={shortcut ?? ""} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
