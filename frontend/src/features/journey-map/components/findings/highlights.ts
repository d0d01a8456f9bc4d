import { hueOf } from "@/ui/identity";
import { targetOf } from "../../model/findings/places";
import { COLORS } from "../../model/document";
import { targetOf as itemOf } from "../../model/operations";
import type { Change } from "@/api/map-document";
import type { Severity } from "@/api/findings";
import type { Editor } from "../../editor";
import type { Id } from "../../model/document";
import type { Operation } from "../../model/operations";

const PEER_MS = 4_000;
/** A paste of a hundred cards is no news about each of them. */
const MOST_AT_ONCE = 12;

const OUTLINES: Record<Severity, string> = {
  error: "var(--negative)",
  warning: "var(--warning)",
  advice: "var(--text-tertiary)",
};

interface Peer {
  readonly name: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Outlines what a finding points at and what somebody else has just changed. It is done by one style sheet of rules
 * that name items, so that no card listens to it and whatever scrolls into sight has its outline already.
 */
export class Highlights {
  private readonly sheet = new CSSStyleSheet();
  private readonly peers = new Map<Id, Peer>();

  constructor(private readonly editor: Editor) {}

  start(): () => void {
    document.adoptedStyleSheets.push(this.sheet);
    const stop = this.editor.ui.subscribe((now, before) => {
      const moved =
        now.finding !== before.finding ||
        now.pointedFinding !== before.pointedFinding ||
        now.panel !== before.panel ||
        now.personaId !== before.personaId;
      if (moved) this.draw();
    });
    return () => {
      stop();
      for (const { timer } of this.peers.values()) clearTimeout(timer);
      this.peers.clear();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    };
  }

  /** Shows for a moment who has changed what. */
  show({ actor_name, operations }: Change): void {
    const ids = new Set((operations as readonly Operation[]).flatMap((operation) => itemOf(operation) ?? []));
    for (const id of [...ids].slice(0, MOST_AT_ONCE)) {
      clearTimeout(this.peers.get(id)?.timer);
      const timer = setTimeout(() => {
        this.peers.delete(id);
        this.draw();
      }, PEER_MS);
      this.peers.set(id, { name: actor_name, timer });
    }
    this.draw();
  }

  private draw(): void {
    const { panel, finding, pointedFinding } = this.editor.ui.getState();
    const shown = panel?.kind === "findings" ? new Set([finding, pointedFinding]) : [];
    this.sheet.replaceSync([...this.peerRules(), ...[...shown].flatMap((key) => this.findingRule(key))].join("\n"));
  }

  private findingRule(key: string | null): string[] {
    const { findings, structure } = this.editor.snapshot;
    const finding = findings?.items.get(key ?? "");
    if (finding === undefined) return [];
    const { cell, item } = targetOf(finding, structure, this.editor.ui.getState().personaId);
    const color = OUTLINES[finding.severity];
    if (cell === null) return [];
    const header = cell.row === "stages" || cell.row === "steps";
    // The table has a row for every card; for whatever else is in a cell its step stands.
    const inTable = header || structure.doc.items.card.has(item ?? "") ? "" : `, table ${byItem(cell.column)}`;
    if (item !== null) return [`${byItem(item)}${inTable} { outline: 2px solid ${color}; outline-offset: 2px }`];
    const selector = header ? byItem(finding.place.id) : `[data-cell="${CSS.escape(cell.row)}|${CSS.escape(cell.column)}"]`;
    return [`${selector}${inTable} { outline: 2px solid ${color}; outline-offset: -3px; border-radius: 10px }`];
  }

  private peerRules(): string[] {
    return [...this.peers].map(([id, { name }]) => {
      const own = COLORS[hueOf(name)] ?? "rose";
      const color = `var(--stage-${own})`;
      const tag = `content: ${cssString(name)}; background: var(--stage-${own}-soft); color: var(--stage-${own}-text); border: 1.5px solid ${color}`;
      return `${byItem(id)} { outline: 2px solid ${color}; outline-offset: 1px } ${byItem(id)}::after { ${TAG} ${tag} }`;
    });
  }
}

const TAG =
  "position: absolute; z-index: 3; top: calc(100% + 1px); right: -3px; max-width: 120px; overflow: hidden;" +
  "padding: 1px 6px; border-radius: 0 0 6px 6px; font: 600 10.5px/15px var(--font);" +
  "text-overflow: ellipsis; white-space: nowrap; pointer-events: none;";

const byItem = (id: Id): string => `[data-item="${CSS.escape(id)}"]`;

/** A text as CSS writes it. */
const cssString = (text: string): string =>
  `"${text.replace(/[\\"]/g, "\\$&").replace(/[\n\r\f]/g, " ")}"`;
