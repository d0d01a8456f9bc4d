import { Plus, X } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { useEditor } from "../../context";
import { EVIDENCE_KINDS } from "../../model/document";
import { evidenceLabel } from "../measure-labels";
import { PanelText } from "./PanelText";
import { UrlField } from "./UrlField";
import styles from "./panel.module.css";
import type { Evidence } from "../../model/document";

type Props = { evidence: readonly Evidence[]; onChange: (evidence: readonly Evidence[]) => void };

/** What makes a card more than an assumption: quotes, reviews, tickets, each with how often it was heard. */
export function EvidenceEditor({ evidence, onChange }: Props) {
  const { canEdit } = useEditor();
  const kinds = EVIDENCE_KINDS.map((value) => ({ value, label: evidenceLabel(value) }));
  const replace = (index: number, patch: Partial<Evidence>) =>
    onChange(evidence.map((piece, at) => (at === index ? { ...piece, ...patch } : piece)));
  return (
    <section className={styles.field} aria-label={m.map_field_evidence()} data-field="evidence">
      <span className={styles.label}>{m.map_field_evidence()}</span>
      {evidence.map((piece, index) => (
        <div key={index} className={styles.piece}>
          <div className={styles.pieceHead}>
            <Select
              label={m.map_evidence_kind()}
              options={kinds}
              value={piece.kind}
              disabled={!canEdit}
              onChange={(kind) => replace(index, { kind })}
            />
            <div data-narrow="">
              <PanelText
                label={m.map_evidence_count()}
                type="number"
                value={String(piece.count)}
                onChange={(text) =>
                  replace(index, { count: Math.min(1_000_000, Math.max(1, Math.round(Number(text)) || 1)) })
                }
              />
            </div>
            {canEdit && (
              <IconButton
                label={m.map_evidence_remove()}
                size={24}
                onClick={() => onChange(evidence.filter((_, at) => at !== index))}
              >
                <X size={13} aria-hidden />
              </IconButton>
            )}
          </div>
          <PanelText
            label={m.map_evidence_text()}
            maxLength={1000}
            rows={2}
            value={piece.text}
            onChange={(text) => replace(index, { text })}
          />
          <UrlField
            label={m.map_link_url()}

            value={piece.url}
            onChange={(url) => replace(index, { url })}
          />
        </div>
      ))}
      {evidence.length === 0 && <p className={styles.hint}>{m.map_evidence_none()}</p>}
      {canEdit && (
        <Button
          icon={<Plus size={13} aria-hidden />}
          look="quiet"
          className={styles.add}
          onClick={() => onChange([...evidence, { kind: "quote", text: "", url: "", count: 1 }])}
        >
          {m.map_evidence_add()}
        </Button>
      )}
    </section>
  );
}
