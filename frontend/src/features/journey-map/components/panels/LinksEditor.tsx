import { ExternalLink, Plus, X } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { useEditor } from "../../context";
import { PanelText } from "./PanelText";
import { UrlField } from "./UrlField";
import styles from "./panel.module.css";
import type { Link } from "../../model/document";

type Props = { links: readonly Link[]; onChange: (links: readonly Link[]) => void };

const isWeb = (url: string) => /^https?:\/\/\S+$/.test(url);

/** Links of a card to wherever the rest of the story is told. */
export function LinksEditor({ links, onChange }: Props) {
  const { canEdit } = useEditor();
  const replace = (index: number, patch: Partial<Link>) =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...patch } : link)));
  return (
    <section className={styles.field} aria-label={m.map_field_links()}>
      <span className={styles.label}>{m.map_field_links()}</span>
      {links.map((link, index) => (
        <div key={index} className={styles.piece}>
          <div className={styles.pieceHead}>
            <PanelText label={m.map_link_label()} value={link.label} onChange={(label) => replace(index, { label })} />
            {isWeb(link.url) && (
              <a
                className={styles.open}
                href={link.url}
                target="_blank"
                rel="noreferrer"
                aria-label={m.map_link_open({ label: link.label || link.url })}
              >
                <ExternalLink size={14} aria-hidden />
              </a>
            )}
            {canEdit && (
              <IconButton
                label={m.map_link_remove()}
                size={24}
                onClick={() => onChange(links.filter((_, at) => at !== index))}
              >
                <X size={13} aria-hidden />
              </IconButton>
            )}
          </div>
          <UrlField
            label={m.map_link_url()}

            value={link.url}
            onChange={(url) => replace(index, { url })}
          />
        </div>
      ))}
      {canEdit && (
        <Button
          icon={<Plus size={13} aria-hidden />}
          look="quiet"
          className={styles.add}
          onClick={() => onChange([...links, { label: "", url: "" }])}
        >
          {m.map_link_add()}
        </Button>
      )}
    </section>
  );
}
