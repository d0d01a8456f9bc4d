import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { clsx } from "clsx";
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField, useFilter } from "react-aria-components";
import { mapsQuery } from "@/api/maps";
import { personasQuery } from "@/api/personas";
import type { OwnWorkspace } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { allCommands, useCommandStore } from "@/ui/commands/store";
import type { Command } from "@/ui/commands/store";
import { groupBy } from "@/ui/group-by";
import { Kbd } from "@/ui/Kbd";
import options from "@/ui/Options.module.css";
import styles from "./CommandPalette.module.css";
import { useShellStore } from "./store";

type Props = { workspace: OwnWorkspace | undefined };

/** Everything one can do or open, by typing a part of its name. */
export default function CommandPalette({ workspace }: Props) {
  const close = useShellStore((state) => state.close);
  const { contains } = useFilter({ sensitivity: "base" });
  const sections = useSections(workspace);

  return (
    <ModalOverlay className={clsx(styles.overlay)} isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className={clsx(styles.modal)}>
        <Dialog aria-label={m.shell_search()} className={clsx(styles.dialog)}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={m.shell_search()} autoFocus className={clsx(styles.search)}>
              <Search size={16} aria-hidden />
              <Input placeholder={m.shell_search_placeholder()} className={clsx(styles.input)} />
            </SearchField>
            <Menu
              aria-label={m.shell_commands()}
              className={clsx(styles.list)}
              renderEmptyState={() => <p className={styles.empty}>{m.shell_search_empty()}</p>}
            >
              {sections.map(({ title, commands }) => (
                <MenuSection key={title} className={clsx(styles.section)}>
                  <Header className={clsx(options.heading)}>{title}</Header>
                  {commands.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      textValue={[command.label, command.keywords].filter(Boolean).join(" ")}
                      className={clsx(options.option, styles.item)}
                      onAction={() => {
                        close();
                        command.run();
                      }}
                    >
                      <span>{command.label}</span>
                      {command.shortcut && <Kbd keys={command.shortcut} />}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type Section = { title: string; commands: Command[] };

function useSections(workspace: OwnWorkspace | undefined): Section[] {
  const groups = useCommandStore((state) => state.groups);
  const documents = useDocumentCommands(workspace);
  const others = allCommands(groups).filter(({ id }) => id !== "palette");
  return [...groupBy([...documents, ...others], ({ section }) => section)].map(([title, commands]) => ({ title, commands }));
}

function useDocumentCommands(workspace: OwnWorkspace | undefined): Command[] {
  const navigate = useNavigate();
  const enabled = workspace !== undefined;
  const id = workspace?.id ?? "";
  const { data: maps = [] } = useQuery({ ...mapsQuery(id), enabled });
  const { data: personas = [] } = useQuery({ ...personasQuery(id), enabled });
  if (!workspace) return [];
  return [
    ...maps.map((map): Command => ({
      id: map.id,
      label: map.title,
      section: m.shell_maps(),
      run: () => void navigate({ to: "/maps/$mapId", params: { mapId: map.id } }),
    })),
    ...personas.map((persona): Command => ({
      id: persona.id,
      label: persona.name,
      section: m.shell_personas(),
      keywords: persona.tagline,
      run: () => void navigate({ to: "/w/$slug/personas/$personaId", params: { slug: workspace.slug, personaId: persona.id } }),
    })),
  ];
}
