import { m } from "@/i18n/generated/messages";
import { useKeyGuides } from "@/ui/commands/key-guide";
import { allCommands, useCommandStore } from "@/ui/commands/store";
import { Dialog } from "@/ui/Dialog";
import { Kbd } from "@/ui/Kbd";
import styles from "./ShortcutsSheet.module.css";
import { shortcutSections } from "./shortcut-list";
import { useShellStore } from "./store";

/** Every key that does something on this page. */
export default function ShortcutsSheet() {
  const close = useShellStore((state) => state.close);
  const groups = useCommandStore((state) => state.groups);
  const guides = useKeyGuides((state) => state.guides);
  const sections = shortcutSections([...guides.values()].flat(), allCommands(groups));

  return (
    <Dialog open onClose={close} title={m.shell_shortcuts()} width={880}>
      {/* Has the focus, so that the keyboard can scroll what does not fit. */}
      <div className={styles.sheet} role="group" aria-label={m.shell_shortcuts()} tabIndex={0}>
        {sections.map(({ title, rows }) => (
          <section key={title}>
            <h3 className={styles.section}>{title}</h3>
            <dl>
              {rows.map(({ label, keys }) => (
                <div key={label} className={styles.row}>
                  <dt>{label}</dt>
                  <dd className={styles.keys}>
                    {keys.map((each) => (
                      <Kbd key={each} keys={each} />
                    ))}
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
