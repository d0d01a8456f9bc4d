import { ChevronDown, Users } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import type { Persona } from "@/api/personas";
import { MenuButton } from "@/ui/MenuButton";
import { Portrait } from "@/ui/portrait/Portrait";
import { useEditor, useSnapshot, useUi } from "../context";
import styles from "./context.module.css";

function describe(persona: Persona): string {
  if (persona.share === null) return persona.tagline;
  const share = m.map_persona_share({ share: persona.share });
  return persona.tagline === "" ? share : m.map_persona_line({ tagline: persona.tagline, share });
}

/** Whose curve is drawn and edited. */
export function PersonaPicker() {
  const editor = useEditor();
  const ids = useSnapshot((state) => state.structure.doc.map.persona_ids);
  const personas = useSnapshot((state) => state.catalogue.personas);
  const unassigned = useSnapshot((state) => state.structure.emotions.has(null));
  const chosenId = useUi((state) => state.personaId);
  const chosen = personas.get(chosenId ?? "");
  const own = ids.flatMap((id) => personas.get(id) ?? []);
  const nobody = unassigned || ids.length === 0;
  const entries = [
    {
      id: "personas",
      title: m.map_personas(),
      items: [
        ...own.map((persona) => ({
          id: persona.id,
          label: persona.name,
          description: describe(persona),
          icon: <Portrait portrait={persona.portrait} name={persona.name} size={24} />,
          selected: persona.id === chosenId,
          onAction: () => editor.ui.setState({ personaId: persona.id }),
        })),
        ...(nobody
          ? [
              {
                id: "nobody",
                label: m.map_persona_everyone(),
                icon: <Users size={16} aria-hidden />,
                selected: chosenId === null,
                onAction: () => editor.ui.setState({ personaId: null }),
              },
            ]
          : []),
      ],
    },
    ...(editor.canEdit
      ? [
          {
            id: "choose",
            label: m.map_persona_choose(),
            onAction: () => editor.ui.setState({ panel: { kind: "map" as const } }),
          },
        ]
      : []),
  ];
  return (
    <MenuButton label={m.map_persona()} entries={entries}>
      {(trigger) => (
        <button type="button" className={styles.persona} {...trigger}>
          {chosen === undefined ? (
            <span className={styles.nobody}>
              <Users size={16} aria-hidden />
            </span>
          ) : (
            <Portrait portrait={chosen.portrait} name={chosen.name} size={28} />
          )}
          <span className={styles.personaWords}>
            <span className="visually-hidden">{m.map_persona()} </span>
            <b>{chosen?.name ?? m.map_persona_everyone()}</b>
            <small>{chosen === undefined ? m.map_persona_none() : describe(chosen)}</small>
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      )}
    </MenuButton>
  );
}
