import { m } from "@/i18n/generated/messages";
import { SEVERITY_LABELS } from "@/ui/findings/severity";
import { openCount } from "../model/findings/findings";
import { placesOf, targetOf } from "../model/findings/places";
import { inOrder, neighbour, numberOf, sectionsOf } from "../model/findings/sections";
import type { Finding } from "@/api/findings";
import type { Editor } from "../editor";
import type { MapCommand } from "./command";

/** Opens what is said of the map, or closes it. */
export function toggleFindings(editor: Editor): void {
  editor.ui.setState((state) => ({ panel: state.panel?.kind === "findings" ? null : { kind: "findings" } }));
}

/** Folds out whatever hides a thing. */
function unfold(editor: Editor, ids: readonly string[]): void {
  const { collapsed, layers } = editor.ui.getState();
  if (ids.some((id) => collapsed.has(id))) {
    editor.ui.setState({ collapsed: new Set([...collapsed].filter((id) => !ids.includes(id))) });
  }
  const hidden = ids.flatMap((id) => editor.structure.doc.items.lane.get(id)?.kind ?? []);
  if (hidden.some((kind) => layers.hiddenKinds.has(kind))) {
    const hiddenKinds = new Set([...layers.hiddenKinds].filter((kind) => !hidden.includes(kind)));
    editor.ui.setState({ layers: { ...layers, hiddenKinds } });
  }
}

/** Chooses a finding and goes to what it points at; `look` leaves the focus where it is. */
export function goToFinding(editor: Editor, finding: Finding, look = false): void {
  const target = targetOf(finding, editor.structure, editor.ui.getState().personaId);
  editor.ui.setState({ finding: finding.key });
  const card = editor.structure.doc.items.card.get(target.item ?? "");
  editor.select(card === undefined ? [] : [card.id]);
  if (target.cell === null) return;
  unfold(editor, target.unfold);
  const column = editor.layout.columnOfStep.get(target.cell.column)?.key ?? target.cell.column;
  editor.focus(target.cell.row, column, target.item);
  if (look) editor.ui.setState({ onlyShown: true });
}

function walk(editor: Editor, by: 1 | -1): void {
  const { findings, layout, structure } = editor.snapshot;
  if (findings === null) return;
  const sections = sectionsOf(findings, { ...layout, ...structure });
  const row = inOrder(sections);
  const next = neighbour(row, editor.ui.getState().finding, by);
  if (next === undefined) {
    editor.announce(m.findings_none());
    return;
  }
  editor.ui.setState({ panel: { kind: "findings", quiet: true } });
  goToFinding(editor, next);
  const number = numberOf(sections, next);
  const severity = SEVERITY_LABELS[next.severity]();
  editor.announce(m.findings_said({ number, count: openCount(findings.counts), severity, message: next.message }));
}

/** Shows the first finding about something in the panel. */
export function showFindingsOf(editor: Editor, place: string): void {
  const { findings, layout, structure } = editor.snapshot;
  if (findings === null) return;
  const first = inOrder(sectionsOf(findings, { ...layout, ...structure })).find((finding) => placesOf(finding).includes(place));
  editor.ui.setState({ panel: { kind: "findings", quiet: true } });
  if (first !== undefined) goToFinding(editor, first);
}

const known = (editor: Editor) => editor.snapshot.findings !== null;

export const findingCommands: readonly MapCommand[] = [
  {
    id: "map.finding.next",
    group: "findings",
    label: m.findings_next,
    shortcut: "F8",
    everywhere: true,
    when: known,
    reads: true,
    run: (editor) => walk(editor, 1),
  },
  {
    id: "map.finding.previous",
    group: "findings",
    label: m.findings_previous,
    shortcut: "Shift+F8",
    everywhere: true,
    when: known,
    reads: true,
    run: (editor) => walk(editor, -1),
  },
  { id: "map.findings", group: "findings", label: m.findings_show, when: () => true, reads: true, run: toggleFindings },
];
