import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { FindingCounts } from "@/api/findings";
import type { Persona } from "@/api/personas";
import { m } from "@/i18n/generated/messages";
import facts from "@/ui/Facts.module.css";
import { SeverityCounts } from "@/ui/findings/SeverityCounts";
import { Portrait } from "@/ui/portrait/Portrait";
import styles from "./PersonasScreen.module.css";

type Props = { persona: Persona; slug: string; mapCount: number; counts: FindingCounts | undefined };

export function PersonaCard({ persona, slug, mapCount, counts }: Props) {
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Portrait portrait={persona.portrait} name={persona.name} size={52} />
        <div className={styles.names}>
          <h2>
            <Link to="/w/$slug/personas/$personaId" params={{ slug, personaId: persona.id }} className={styles.link}>
              {persona.name}
            </Link>
          </h2>
          <p>{persona.tagline || persona.occupation || m.personas_no_tagline()}</p>
        </div>
      </div>
      <blockquote className={styles.quote}>{persona.quote ? m.personas_quoted({ quote: persona.quote }) : ""}</blockquote>
      <div className={styles.foot}>
        <p className={clsx(facts.facts, styles.facts)}>
          {persona.share !== null && <span>{m.personas_share({ share: persona.share })}</span>}
          <span>{mapCount === 0 ? m.personas_on_no_map() : m.personas_on_maps({ count: mapCount })}</span>
        </p>
        {counts && <SeverityCounts counts={counts} />}
      </div>
    </li>
  );
}
