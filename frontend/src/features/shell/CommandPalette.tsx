import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { clsx } from "clsx";
import { useMemo, useState } from "react";
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from "react-aria-components";
import { mapsQuery } from "@/api/maps";
import { personasQuery } from "@/api/personas";
import type { OwnWorkspace } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { allCommands, useCommandStore } from "@/ui/commands/store";
import type { Command } from "@/ui/commands/store";
import { formatCount } from "@/ui/format";
import { Kbd } from "@/ui/Kbd";
import options from "@/ui/Options.module.css";
import styles from "./CommandPalette.module.css";
import { paletteSections } from "./palette-matches";
import { useShellStore } from "./store";

type Props = { workspace: OwnWorkspace | undefined };

/** Everything one can do or open, by typing a part of its name. */
export default function CommandPalette({ workspace }: Props) {
  const close = useShellStore((state) => state.close);
  const [typed, setTyped] = useState("");
  const commands = useAllCommands(workspace);
  const sections = useMemo(() => paletteSections(commands, typed), [commands, typed]);

  return (
    <ModalOverlay className={clsx(styles.overlay)} isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className={clsx(styles.modal)}>
        <Dialog aria-label={m.shell_search()} className={clsx(styles.dialog)}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={m.shell_search()} autoFocus className={clsx(styles.search)}>
              <Search size={16} aria-hidden />
              <Input placeholder={m.shell_search_placeholder()} className={clsx(styles.input)} />
            </SearchField>
            <Menu
              aria-label={m.shell_commands()}
              className={clsx(styles.list)}
              renderEmptyState={() => <p className={styles.empty}>{m.shell_search_empty()}</p>}
            >
              {sections.map(({ title, commands: best, count }) => (
                <MenuSection key={title} className={clsx(styles.section)}>
                  <Header className={clsx(options.heading, styles.heading)}>
                    {title}
                    {count > best.length && (
                      <span>{m.common_shown_of({ shown: formatCount(best.length), count: formatCount(count) })}</span>
                    )}
                  </Header>
                  {best.map((command) => (
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

function useAllCommands(workspace: OwnWorkspace | undefined): Command[] {
  const groups = useCommandStore((state) => state.groups);
  const documents = useDocumentCommands(workspace);
  return useMemo(() => [...documents, ...allCommands(groups).filter(({ id }) => id !== "palette")], [documents, groups]);
}

function useDocumentCommands(workspace: OwnWorkspace | undefined): Command[] {
  const navigate = useNavigate();
  const enabled = workspace !== undefined;
  const id = workspace?.id ?? "";
  const { data: maps } = useQuery({ ...mapsQuery(id), enabled });
  const { data: personas } = useQuery({ ...personasQuery(id), enabled });
  const slug = workspace?.slug ?? "";
  return useMemo(
    () => [
      ...(maps ?? []).map((map): Command => ({
        id: map.id,
        label: map.title,
        section: m.shell_maps(),
        run: () => void navigate({ to: "/maps/$mapId", params: { mapId: map.id } }),
      })),
      ...(personas ?? []).map((persona): Command => ({
        id: persona.id,
        label: persona.name,
        section: m.shell_personas(),
        keywords: persona.tagline,
        run: () => void navigate({ to: "/w/$slug/personas/$personaId", params: { slug, personaId: persona.id } }),
      })),
    ],
    [maps, personas, slug, navigate],
  );
}
