import { Link } from "@tanstack/react-router";
import { Copy, Pencil, Trash2 } from "lucide-react";
import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import type { MapSummary } from "@/api/maps";
import type { Persona } from "@/api/personas";
import type { MapScore } from "@/api/workspace-findings";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Avatar } from "@/ui/Avatar";
import { Badge } from "@/ui/Badge";
import { MoreMenu } from "@/ui/MoreMenu";
import facts from "@/ui/Facts.module.css";
import { QualityRing } from "@/ui/findings/QualityRing";
import { Portrait } from "@/ui/portrait/Portrait";
import { Miniature } from "@/ui/miniature/Miniature";
import styles from "./MapCard.module.css";
import { stateLabels } from "./states";

type Props = {
  map: MapSummary;
  personas: readonly Pick<Persona, "id" | "name" | "portrait">[];
  ownerName: string | undefined;
  score: MapScore | undefined;
  editable: boolean;
  takesFocus: boolean;
  onRename: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
};

const facesShown = 3;
const percent = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export function MapCard({ map, personas, ownerName, score, editable, takesFocus, onRename, onDuplicate, onDelete }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    // After the menu has tried to give the focus back to its button, which is gone.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => link.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, [takesFocus]);
  const faces = personas.filter(({ id }) => map.persona_ids.includes(id));
  const conversion = score?.conversion ?? null;
  const steps = map.miniature.stages.reduce((sum, stage) => sum + stage.steps, 0);
  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        <Miniature stages={map.miniature.stages} curves={map.miniature.curves.map(({ points }) => points)} />
      </div>
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 className={styles.title}>
            <Link ref={link} to="/maps/$mapId" params={{ mapId: map.id }} className={styles.link}>
              {map.title}
            </Link>
          </h2>
          {editable && (
            <MoreMenu
              label={m.gallery_actions_of({ title: map.title })}
              size={24}
              className={styles.more}
              entries={[
                { id: "rename", label: m.common_rename(), icon: <Pencil size={15} aria-hidden />, onAction: onRename },
                { id: "duplicate", label: m.common_duplicate(), icon: <Copy size={15} aria-hidden />, onAction: onDuplicate },
                { id: "delete", label: m.common_delete(), icon: <Trash2 size={15} aria-hidden />, danger: true, onAction: onDelete },
              ]}
            />
          )}
        </div>
        <p className={clsx(facts.facts, styles.facts)}>
          <span>{m.common_steps({ count: steps })}</span>
          <Ago at={map.updated_at} />
          {/* What comes later stands last, so that nothing makes way for it. */}
          {conversion !== null && <span>{m.gallery_conversion({ share: percent.format(100 * conversion) })}</span>}
        </p>
        <div className={styles.foot}>
          <Badge>{stateLabels[map.state]()}</Badge>
          {faces.length > 0 && (
            <span className={styles.faces}>
              {faces.slice(0, facesShown).map((persona) => (
                <Portrait key={persona.id} portrait={persona.portrait} name={persona.name} size={22} decorative={false} />
              ))}
              <small>{faces.length === 1 ? faces[0]?.name : m.gallery_personas({ count: faces.length })}</small>
            </span>
          )}
          {/* Both have their room before they come, so that nothing jumps. */}
          <span className={styles.owner}>
            {ownerName && <Avatar name={ownerName} size={20} />}
            <span className={styles.score}>{score && steps > 0 && <QualityRing score={score.score} size={28} />}</span>
          </span>
        </div>
      </div>
    </li>
  );
}
